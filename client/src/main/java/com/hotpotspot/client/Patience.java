package com.hotpotspot.client;

import java.time.Duration;

/**
 * How long a client goes on trying while a server is gone or asks to wait, counted from the first failure of a request.
 */
public record Patience(Duration limit) {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int DOUBLINGS = 6;

    /** A till's: it never gives a sale up. */
    public static final Patience ENDLESS = new Patience(Duration.ofSeconds(Long.MAX_VALUE));

    public static Patience of(Duration limit) {
        return new Patience(limit);
    }

    /**
     * How long to pause before the next attempt: twice as long each time, up to a bound, but never less than the server
     * asked for and never beyond the limit.
     *
     * @param failures failed attempts so far, at least 1
     * @param spent time since the first of them
     * @param asked what the server asked for, or zero
     * @return zero if patience is at its end
     */
    Duration pauseAfter(int failures, Duration spent, Duration asked) {
        Duration left = limit.minus(spent);
        if (!left.isPositive()) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        return least(greatest(least(doubled, LONGEST_PAUSE), asked), left);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Duration greatest(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
