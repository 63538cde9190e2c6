package com.hotpotspot.command.policy;

import com.hotpotspot.events.minting.Shares;
import com.hotpotspot.events.minting.TokenPolicy;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NodeType;

/**
 * What one sale mints.
 *
 * @param policy in force at the time of sale, which divides the mint and sets the windows
 * @param units what that policy gives, or less where the sale was told late
 */
public record Minting(TokenPolicy policy, Units units) {

    /** Who gets what of it on a node of this type. */
    public Shares on(NodeType type) {
        return policy.shared(type, units);
    }
}
