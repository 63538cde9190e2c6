package com.hotpotspot.query.projection;

/** What an event says, or what a projection made of it, with the event's place in the log. */
public record Fact<E>(E event, Recorded recorded) {

    public long position() {
        return recorded.position();
    }

    /** When it was recorded, in milliseconds since 1970 began. */
    public long at() {
        return recorded.millis();
    }
}
