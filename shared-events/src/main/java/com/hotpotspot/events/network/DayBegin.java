package com.hotpotspot.events.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.events.InvalidValue;
import java.time.LocalTime;
import java.util.regex.Pattern;

/**
 * The time of day at which business days begin, on the clocks of Tbilisi.
 *
 * @param value hours and minutes, 00:00 to 06:00
 */
public record DayBegin(@JsonValue String value) {

    public static final String FORM = "0[0-5]:[0-5][0-9]|06:00";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** When they begin unless the network says otherwise. */
    public static final DayBegin MIDNIGHT = new DayBegin("00:00");

    /** @throws InvalidValue if it is no time from 00:00 to 06:00 */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DayBegin {
        InvalidValue.unless(PATTERN.matcher(value).matches(), "beginsAt", "must be a time of day from 00:00 to 06:00");
    }

    /** The same as a time of day. */
    public LocalTime time() {
        return LocalTime.of(Integer.parseInt(value, 0, 2, 10), Integer.parseInt(value, 3, 5, 10));
    }

    @Override
    public String toString() {
        return value;
    }
}
