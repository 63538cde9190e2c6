package com.hotpotspot.command.policy;

import com.hotpotspot.command.registry.Registry;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.minting.TokenPolicy;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.policy.PolicyEvent;
import com.hotpotspot.events.policy.TokenPolicyAdopted;
import com.hotpotspot.events.policy.TokenPolicyWithdrawn;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The versions of the token policy and when each is in force. */
@Component
public class TokenPolicies implements Registry {

    /** How late a sale may come and still get all that the policy of its time gives. */
    private static final Duration ON_TIME = Duration.ofHours(1);

    /** By the instant from which each is in force. Replaced as a whole, so that sales read it without a lock. */
    private volatile NavigableMap<Instant, TokenPolicy> versions = new TreeMap<>();

    /**
     * What a sale mints that is recorded now: what the policy in force at its time gives. A till's clock may run ahead,
     * but no sale falls under a policy that is not in force yet. A sale that comes late does not get more than it would
     * now, so that nobody keeps sales back to date them where the policy was better.
     */
    public Minting minting(Tetri total, Instant soldAt, Instant now) {
        Minting then = mintingOfHistory(total, soldAt, now);
        if (!soldAt.isBefore(now.minus(ON_TIME))) {
            return then;
        }
        Units today = inForceAt(now).mintedBy(total);
        return then.units().compareTo(today) <= 0 ? then : new Minting(then.policy(), today);
    }

    /** What a sale from before the system mints, whenever it is told of. */
    public Minting mintingOfHistory(Tetri total, Instant soldAt, Instant now) {
        TokenPolicy policy = inForceAt(soldAt.isAfter(now) ? now : soldAt);
        return new Minting(policy, policy.mintedBy(total));
    }

    /** The policy for a sale made at {@code soldAt}. */
    TokenPolicy inForceAt(Instant soldAt) {
        var version = versions.floorEntry(soldAt);
        return version == null ? TokenPolicy.FIRST : version.getValue();
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
        if (event instanceof PolicyEvent happened) {
            NavigableMap<Instant, TokenPolicy> changed = new TreeMap<>(versions);
            switch (happened) {
                case TokenPolicyAdopted adopted -> changed.put(adopted.effectiveFrom(), TokenPolicy.of(adopted));
                case TokenPolicyWithdrawn withdrawn ->
                    changed.values().removeIf(policy -> policy.version() == withdrawn.version());
            }
            versions = changed;
        }
    }
}
