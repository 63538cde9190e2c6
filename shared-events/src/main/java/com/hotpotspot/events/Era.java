package com.hotpotspot.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/**
 * The time in which things happen: from the beginning of 2000 to the beginning of 2100, UTC, both included. Every
 * reader of the log can hold such instants, whatever it counts in. A time that a client sends lies in it, or is
 * refused; events that were stored before this was so are read as they are.
 */
public final class Era {

    public static final Instant BEGIN = Instant.parse("2000-01-01T00:00:00Z");
    public static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    /** RFC 3339 with no more digits than an instant has; what the digits may be, the calendar says. */
    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}"
            + "(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");

    private Era() {}

    /**
     * The instant that a client wrote, for example {@code 2026-11-28T09:12:05Z}. There is no hour 24 and no second 60:
     * which instant such a time means is for nobody to guess.
     *
     * @throws DateTimeException if the text is not a time as RFC 3339 writes it, with its distance from UTC
     */
    public static Instant parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new DateTimeException("not a time as RFC 3339 writes it");
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    /** @throws InvalidValue if {@code instant} does not lie between {@link #BEGIN} and {@link #END} */
    public static Instant require(Instant instant, String field) {
        InvalidValue.unless(
                !instant.isBefore(BEGIN) && !instant.isAfter(END), field, "must lie between 2000-01-01 and 2100-01-01");
        return instant;
    }
}
