package com.hotpotspot.eventlog;

import java.time.Duration;

/**
 * How much an appender takes on.
 *
 * @param waitingCommands how many callers may wait; one more is sent away at once
 * @param answerWithin how long a caller waits for its turn and the appender tries to reach the log; an answer may take
 *     twice as long when the database falls silent in the middle
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
