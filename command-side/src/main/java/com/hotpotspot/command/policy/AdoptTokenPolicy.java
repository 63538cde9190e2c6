package com.hotpotspot.command.policy;

import com.hotpotspot.command.dispatch.FactCommand;
import com.hotpotspot.events.Era;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.minting.TokenPolicy;
import com.hotpotspot.events.policy.PolicyEvent;
import com.hotpotspot.events.policy.TokenPolicyAdopted;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Put a new version of the token policy in force. Repeating the last adoption changes nothing.
 *
 * @param policy what it says; its version is not the caller's to choose and is ignored
 * @param effectiveFrom kept in milliseconds
 */
public record AdoptTokenPolicy(TokenPolicy policy, Instant effectiveFrom) implements FactCommand<TokenPolicyAdopted> {

    /** The highest price that a policy may name: 100,000 GEL. */
    static final long HIGHEST_TOKEN_PRICE = 10_000_000;

    /** @throws InvalidValue if {@code effectiveFrom} lies outside of the era, or the price is beyond the highest */
    public AdoptTokenPolicy {
        InvalidValue.unless(
                policy.tokenPrice().value() <= HIGHEST_TOKEN_PRICE,
                "tokenPriceTetri",
                "must be at most %d",
                HIGHEST_TOKEN_PRICE);
        effectiveFrom = Era.require(effectiveFrom, "effectiveFrom").truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public StreamId stream() {
        return PolicyEvent.STREAM;
    }
}
