package com.hotpotspot.command.token;

import com.hotpotspot.events.money.Units;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The versions of the token policy and when each is in force. */
@Component
public class TokenPolicies {

    /** In force since always: sales from before the system are imported under it. */
    private static final TokenPolicy FIRST = new TokenPolicy(
            1, Units.of(100), new Split(51, 49, 0), new Split(48, 49, 3), Duration.ofHours(24), Duration.ofDays(365));

    /** The policy for a sale made at {@code soldAt}; the first has no successor yet. */
    public TokenPolicy inForceAt(Instant soldAt) {
        return FIRST;
    }
}
