package com.hotpotspot.query.explorer;

import com.hotpotspot.eventlog.StoredEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as lists have it: all but what it says. Public methods are for templates.
 *
 * @param position null where the log's engine does not tell it
 */
record Heading(@Nullable Long position, String stream, long sequence, String eventId, String type, Instant recordedAt) {

    static Heading of(StoredEvent event) {
        return new Heading(
                event.place(),
                event.stream(),
                event.sequence(),
                event.eventId().toString(),
                event.type(),
                event.recordedAt());
    }

    /** Where it is shown. */
    public String path() {
        return position == null ? "/explorer?q=" + eventId : "/explorer/events/" + position;
    }
}
