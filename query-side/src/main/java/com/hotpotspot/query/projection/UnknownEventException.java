package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.StoredEvent;

/** The log holds an event of a type that this build does not know; all projections wait for a build that does. */
final class UnknownEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownEventException(StoredEvent stored) {
        super("the event at position " + stored.position()
                + " is of a type that this build does not know, so the projections wait");
    }
}
