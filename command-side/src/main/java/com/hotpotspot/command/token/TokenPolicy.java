package com.hotpotspot.command.token;

import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NodeType;
import java.time.Duration;

/**
 * The rules of minting that are in force at some time.
 *
 * @param flatUnits minted by every sale, whatever its total
 * @param voidWindow how long after its recording a sale may be voided
 * @param claimWindow how long after its recording a check may be claimed
 */
public record TokenPolicy(
        int version,
        Units flatUnits,
        Split ownerNodeSplit,
        Split franchiseNodeSplit,
        Duration voidWindow,
        Duration claimWindow) {

    private static final Duration SETTLING_TIME = Duration.ofHours(1);

    /** @throws IllegalArgumentException if the claim window is not longer than the void window plus an hour */
    public TokenPolicy {
        if (claimWindow.compareTo(voidWindow.plus(SETTLING_TIME)) <= 0) {
            throw new IllegalArgumentException("the claim window must be longer than the void window plus an hour");
        }
    }

    /** What a sale on a node of this type mints, and for whom. */
    public Shares mintOn(NodeType type) {
        return split(type).of(flatUnits);
    }

    private Split split(NodeType type) {
        return switch (type) {
            case OWNER -> ownerNodeSplit;
            case FRANCHISE -> franchiseNodeSplit;
        };
    }
}
