package com.hotpotspot.eventlog;

import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.json.EventJson;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

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
        byte[] metadata) {

    /** Events always have a revision; an aggregate's state may not. */
    private static final String UNREVISED = "";

    /**
     * What Axon wants to have written.
     *
     * @throws IllegalArgumentException if the message belongs to no stream, or its metadata is not text only
     */
    static NewEvent of(EventMessage<?> message, Serializer serializer) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            throw new IllegalArgumentException("every event belongs to a stream, but %s was published without one"
                    .formatted(message.getPayloadType()));
        }
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        return new NewEvent(
                StreamId.parse(event.getAggregateIdentifier()),
                event.getSequenceNumber(),
                UUID.fromString(event.getIdentifier()),
                payload.getType().getName(),
                Objects.requireNonNullElse(payload.getType().getRevision(), UNREVISED),
                event.getTimestamp(),
                payload.getData(),
                EventJson.metadata(event.getMetaData()));
    }
}
