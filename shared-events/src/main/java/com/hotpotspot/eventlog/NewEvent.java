package com.hotpotspot.eventlog;

import com.hotpotspot.events.StreamId;
import java.time.Instant;
import java.util.UUID;

/**
 * An event on its way into the log; the log gives it its position.
 *
 * @param sequence the place in its stream that the writer decided on
 * @param recordedAt kept in milliseconds
 * @param payload canonical JSON
 * @param metadata canonical JSON of text values
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that is written once and never compared
public record NewEvent(
        StreamId stream,
        long sequence,
        UUID eventId,
        String type,
        String revision,
        Instant recordedAt,
        byte[] payload,
        byte[] metadata) {}
