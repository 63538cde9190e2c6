package com.hotpotspot.routine;

import java.time.Duration;

/**
 * How long a {@link Routine} rests before its next turn.
 *
 * @param atLeast for how long it is not woken, so that what comes one by one is done together
 * @param atMost when it goes on by itself, should nobody wake it
 */
public record Rest(Duration atLeast, Duration atMost) {

    /** The next turn follows at once. */
    public static final Rest NONE = new Rest(Duration.ZERO, Duration.ZERO);

    /** @throws IllegalArgumentException unless 0 ≤ at least ≤ at most */
    public Rest {
        if (atLeast.isNegative() || atLeast.compareTo(atMost) > 0) {
            throw new IllegalArgumentException("at least " + atLeast + " and at most " + atMost + " is no rest");
        }
    }

    /** From which nobody wakes it. */
    public static Rest of(Duration duration) {
        return new Rest(duration, duration);
    }

    /** From which it may be woken at any time. */
    public static Rest upTo(Duration atMost) {
        return new Rest(Duration.ZERO, atMost);
    }
}
