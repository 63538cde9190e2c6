package com.hotpotspot.events.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.events.PlainText;

/** The city a node stands in, as written on a map, for example {@code Tbilisi}. */
public record City(@JsonValue String name) {

    public static final int MAX_LENGTH = 60;

    /** @throws com.hotpotspot.events.InvalidValue if the name is blank, too long or not plain text */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public City {
        PlainText.require(name, "city", MAX_LENGTH);
    }

    /**
     * Sees to it that a name may enter the log; those that are in it may hold what is no longer taken.
     *
     * @throws com.hotpotspot.events.InvalidValue if it is not {@linkplain PlainText#requireLegible legible}
     */
    public void mustBeLegible() {
        PlainText.requireLegible(name, "city", MAX_LENGTH);
    }

    @Override
    public String toString() {
        return name;
    }
}
