package com.hotpotspot.command.token;

import com.hotpotspot.command.registry.FactCommand;
import com.hotpotspot.events.StreamId;
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

    public AdoptTokenPolicy {
        effectiveFrom = effectiveFrom.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public StreamId stream() {
        return PolicyEvent.STREAM;
    }
}
