package com.hotpotspot.eventlog;

import java.time.Duration;

/**
 * How much an appender takes on.
 *
 * @param waitingCommands how many callers may wait; one more is sent away at once
 * @param answerWithin how long the appender tries to get a batch recorded when the log cannot be reached
 */
public record AppendLimits(int waitingCommands, Duration answerWithin) {

    public static final AppendLimits DEFAULT = new AppendLimits(10_000, Duration.ofSeconds(10));

    /** @throws IllegalArgumentException if a limit is not positive */
    public AppendLimits {
        if (waitingCommands < 1 || !answerWithin.isPositive()) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
