package com.hotpotspot.query.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long people stay signed in, and how many.
 *
 * @param lifetime after how long a session ends, however often it was used or renewed
 * @param perAccount how many one account may have
 * @param inAll how many there may be
 */
@ConfigurationProperties("hotpotspot.sessions")
record SessionSettings(
        @DefaultValue("12h") Duration lifetime,
        @DefaultValue("20") int perAccount,
        @DefaultValue("10000") int inAll) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int MOST = 100_000;

    SessionSettings {
        require(
                lifetime.compareTo(SHORTEST) >= 0 && lifetime.compareTo(LONGEST) <= 0,
                "lifetime",
                "must be from a second to 30 days");
        require(perAccount >= 1 && perAccount <= MOST, "per-account", "must be from 1 to 100000");
        require(inAll >= 1 && inAll <= MOST, "in-all", "must be from 1 to 100000");
    }

    private static void require(boolean condition, String name, String rule) {
        if (!condition) {
            throw new IllegalArgumentException("hotpotspot.sessions." + name + " " + rule);
        }
    }
}
