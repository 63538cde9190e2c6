package com.hotpotspot.access;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.Role;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** How many requests an account may send in a second, by the role that it acts in. */
public final class RoleLimits {

    /** What a person, or a program that pulls files, needs. */
    private static final int ORDINARY = 50;

    private static final Map<Role, Integer> USUAL = Map.of(
            // A till at work sends one sale in a few seconds, and what it saved while offline in batches.
            Role.POS_TERMINAL, 100,
            // History is imported in its name, and demos and drills sell in it.
            Role.NETWORK_OWNER, 5_000,
            Role.ADMIN, 500);

    private final Map<Role, RateLimit<AccountId>> limits = new EnumMap<>(Role.class);

    /** @param perSecond what differs from the usual; each 1 or more */
    public RoleLimits(Map<Role, Integer> perSecond) {
        for (Role role : Role.values()) {
            int times = perSecond.getOrDefault(role, USUAL.getOrDefault(role, ORDINARY));
            limits.put(role, new RateLimit<>(times, Duration.ofSeconds(1)));
        }
    }

    /** @throws TooManyRequestsException if the account has asked too often */
    public void count(AccountId account, Role actingIn) {
        Objects.requireNonNull(limits.get(actingIn)).count(account);
    }
}
