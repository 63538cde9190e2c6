package com.hotpotspot.command.due;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often this process looks for what has become due.
 *
 * @param every between two looks
 * @param putOff how long work that failed is put off the first time; each further time twice as long, up to 512 times.
 *     From 100 ms to an hour
 */
@ConfigurationProperties("hotpotspot.due")
record DueSettings(
        @DefaultValue("5s") Duration every,
        @DefaultValue("10s") Duration putOff) {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** @throws IllegalArgumentException if work is put off too shortly or too long */
    DueSettings {
        if (putOff.compareTo(SHORTEST) < 0 || putOff.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("hotpotspot.due.put-off must be between 100ms and 1h, not " + putOff);
        }
    }
}
