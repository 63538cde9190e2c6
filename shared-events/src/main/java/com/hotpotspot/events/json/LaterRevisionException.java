package com.hotpotspot.events.json;

/** An event is of a revision that came after this build: not the event is at fault, the build is too old for it. */
public final class LaterRevisionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    LaterRevisionException(String message) {
        super(message);
    }
}
