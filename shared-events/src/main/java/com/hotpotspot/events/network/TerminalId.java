package com.hotpotspot.events.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.events.InvalidValue;
import java.util.regex.Pattern;

/** A till. Unique within its node, not beyond. */
public record TerminalId(@JsonValue String value) {

    /** What such an id looks like, as a regular expression. */
    public static final String FORM = "[A-Z0-9-]{1,24}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws InvalidValue if {@code value} does not look like {@link #FORM} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TerminalId {
        InvalidValue.unless(PATTERN.matcher(value).matches(), "terminalId", "must match %s", FORM);
    }

    @Override
    public String toString() {
        return value;
    }
}
