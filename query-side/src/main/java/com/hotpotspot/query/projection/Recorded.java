package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.eventlog.Trail;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.json.EventJson;
import java.time.Instant;
import java.util.Optional;

/**
 * An event with its place in the log.
 *
 * @param stream that it belongs to
 * @param recordedAt when the log took it, in milliseconds
 * @param metadata as the log keeps it, which few ask for
 */
@SuppressWarnings("ArrayRecordComponent") // they are told apart by their positions
public record Recorded(long position, String stream, Instant recordedAt, Event event, byte[] metadata) {

    /** What the log holds, decoded but for its metadata. */
    public static Recorded of(StoredEvent stored) {
        return new Recorded(stored.position(), stored.stream(), stored.recordedAt(), stored.event(), stored.metadata());
    }

    /** When the log took it, in milliseconds since 1970 began. */
    public long millis() {
        return recordedAt.toEpochMilli();
    }

    /** Whose doing it was; empty if it does not say. */
    public Optional<AccountId> actor() {
        return Trail.accountIn(EventJson.readMetadata(metadata));
    }
}
