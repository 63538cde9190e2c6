package com.hotpotspot.query.layout;

import java.time.Duration;

/**
 * How long something is, or took, in the unit in which people tell it. Public methods are for templates.
 *
 * @param unit ends the key of the words for it: seconds, minutes or hours
 * @param number whole ones, and what is left of one is dropped
 */
public record Span(String unit, long number) {

    /** So many are told in the smaller unit. */
    private static final long UP_TO = 120;

    /** One that is negative, because clocks differ, is none. */
    public static Span of(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < UP_TO) {
            return new Span("seconds", seconds);
        }
        long minutes = seconds / 60;
        return minutes < UP_TO ? new Span("minutes", minutes) : new Span("hours", minutes / 60);
    }
}
