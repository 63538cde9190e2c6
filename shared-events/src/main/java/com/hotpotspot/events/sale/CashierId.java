package com.hotpotspot.events.sale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.events.InvalidValue;
import java.util.regex.Pattern;

/** Whoever stood at the till. Opaque: it says nothing about who that is. */
public record CashierId(@JsonValue String value) {

    /** What such an id looks like, as a regular expression. */
    public static final String FORM = "[A-Za-z0-9._-]{1,64}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws InvalidValue if {@code value} does not look like {@link #FORM} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CashierId {
        InvalidValue.unless(PATTERN.matcher(value).matches(), "cashierId", "must match %s", FORM);
    }

    @Override
    public String toString() {
        return value;
    }
}
