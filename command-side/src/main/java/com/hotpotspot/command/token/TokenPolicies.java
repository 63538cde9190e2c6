package com.hotpotspot.command.token;

import com.hotpotspot.command.registry.Registry;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.policy.EmissionKind;
import com.hotpotspot.events.policy.PolicyEvent;
import com.hotpotspot.events.policy.TokenPolicyAdopted;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The versions of the token policy and when each is in force. */
@Component
public class TokenPolicies implements Registry {

    /** In force since always: sales from before the system are imported under it. */
    static final TokenPolicy FIRST = new TokenPolicy(
            1,
            new Emission(EmissionKind.FLAT, Units.of(100)),
            new Split(51, 49, 0),
            new Split(48, 49, 3),
            Duration.ofHours(24),
            Duration.ofDays(365),
            new Caps(48, 24, 49),
            Tetri.of(500));

    /** By the instant from which each is in force. Replaced as a whole, so that sales read it without a lock. */
    private volatile NavigableMap<Instant, TokenPolicy> versions = new TreeMap<>();

    /** The policy for a sale made at {@code soldAt}. */
    public TokenPolicy inForceAt(Instant soldAt) {
        var version = versions.floorEntry(soldAt);
        return version == null ? FIRST : version.getValue();
    }

    @Override
    public Set<String> kinds() {
        return Set.of(PolicyEvent.STREAM.kind());
    }

    @Override
    public Set<Class<? extends Event>> features() {
        return Set.of(PolicyEvent.class);
    }

    @Override
    public void on(Event event) {
        if (event instanceof TokenPolicyAdopted adopted) {
            NavigableMap<Instant, TokenPolicy> changed = new TreeMap<>(versions);
            changed.put(adopted.effectiveFrom(), TokenPolicy.of(adopted));
            versions = changed;
        }
    }
}
