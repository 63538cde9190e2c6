package com.hotpotspot.routine;

import java.time.Duration;

/** How long a routine in trouble rests: each time twice as long, up to a bound. For the one thread. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST_OF_OUTAGE = Duration.ofSeconds(2);
    private static final Duration LONGEST_OF_FAULT = Duration.ofSeconds(30);

    /** More than both bounds take. */
    private static final int MOST_DOUBLINGS = 10;

    private int failures;

    /** After one more turn that failed. From an outage it can be woken, from a fault not. */
    Rest after(boolean outage) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        return outage
                ? new Rest(FIRST, shorter(doubled, LONGEST_OF_OUTAGE))
                : Rest.of(shorter(doubled, LONGEST_OF_FAULT));
    }

    /** A turn went well. */
    void isOver() {
        failures = 0;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
