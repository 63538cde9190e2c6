package com.hotpotspot.events.sale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.events.InvalidValue;
import java.util.regex.Pattern;

/** The number of the fiscal document that the cash register printed for a sale. */
public record FiscalNumber(@JsonValue String value) {

    /** What such a number looks like, as a regular expression. */
    public static final String FORM = "[A-Za-z0-9/-]{1,40}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws InvalidValue if {@code value} does not look like {@link #FORM} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FiscalNumber {
        InvalidValue.unless(PATTERN.matcher(value).matches(), "fiscalNumber", "must match %s", FORM);
    }

    @Override
    public String toString() {
        return value;
    }
}
