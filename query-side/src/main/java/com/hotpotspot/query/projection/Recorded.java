package com.hotpotspot.query.projection;

import com.hotpotspot.events.Event;
import java.time.Instant;

/**
 * An event with its place in the log.
 *
 * @param stream that it belongs to
 * @param recordedAt when the log took it, in milliseconds
 */
public record Recorded(long position, String stream, Instant recordedAt, Event event) {

    /** When the log took it, in milliseconds since 1970 began. */
    public long millis() {
        return recordedAt.toEpochMilli();
    }
}
