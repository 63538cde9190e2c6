package com.hotpotspot.events.projection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.PlainText;

/** Why figures do without an event, in the words of who decided it. It is public, and names nobody. */
public record DiscardReason(@JsonValue String value) {

    public static final int MAX_LENGTH = 200;

    /** @throws InvalidValue if {@code value} is blank, too long or not legible */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DiscardReason {
        PlainText.requireLegible(value, "reason", MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
