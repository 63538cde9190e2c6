package com.hotpotspot.eventlog;

import com.hotpotspot.events.Event;
import com.hotpotspot.events.json.EventJson;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event as the log keeps it. The arrays are the stored bytes themselves: they are shared, not copied, and must not
 * be changed.
 *
 * @param position the event's place in the whole log, from 0; {@link #UNPLACED} where the engine does not tell it
 * @param sequence the event's place in its stream, from 0
 * @param type the stable name, see {@link com.hotpotspot.events.json.EventTypes}
 * @param recordedAt in milliseconds
 * @param payload canonical JSON
 * @param metadata canonical JSON of text values
 */
@SuppressWarnings("ArrayRecordComponent") // rows are compared by position, never by their bytes
public record StoredEvent(
        long position,
        String stream,
        long sequence,
        UUID eventId,
        String type,
        String revision,
        Instant recordedAt,
        byte[] payload,
        byte[] metadata) {

    /** The position of an event that was read by its stream from an engine which keeps no positions there. */
    public static final long UNPLACED = -1;

    /** Whether its place in the whole log is told. */
    public boolean isPlaced() {
        return position != UNPLACED;
    }

    /** Its place in the whole log; null if that is not told. */
    public @Nullable Long place() {
        return isPlaced() ? position : null;
    }

    /** How many bytes its payload and metadata have. */
    public int bytes() {
        return payload.length + metadata.length;
    }

    /**
     * The fact itself, read from the payload.
     *
     * @throws IllegalArgumentException if this build knows no event of that type or revision
     */
    public Event event() {
        return EventJson.read(type, revision, payload);
    }
}
