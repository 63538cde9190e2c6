package com.hotpotspot.query.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.events.Event;
import com.hotpotspot.query.projection.Recorded;
import java.time.Instant;

/** What happened before a projection is asked what it made of it. */
public final class Given {

    private static final byte[] NO_METADATA = "{}".getBytes(UTF_8);

    private Given() {}

    /** An event of which nobody says whose doing it was. */
    public static Recorded event(long position, String stream, Instant recordedAt, Event event) {
        return new Recorded(position, stream, recordedAt, event, NO_METADATA);
    }
}
