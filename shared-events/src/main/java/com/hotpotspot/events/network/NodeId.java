package com.hotpotspot.events.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.StreamId;
import java.util.regex.Pattern;

/** A point of sale, for example {@code VAKE}. */
public record NodeId(@JsonValue String value) {

    /** What such an id looks like, as a regular expression. */
    public static final String FORM = "[A-Z0-9-]{1,24}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws InvalidValue if {@code value} does not look like {@link #FORM} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NodeId {
        InvalidValue.unless(PATTERN.matcher(value).matches(), "nodeId", "must match %s", FORM);
    }

    public StreamId stream() {
        return new StreamId("node", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
