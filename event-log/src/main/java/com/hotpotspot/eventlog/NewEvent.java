package com.hotpotspot.eventlog;

import com.github.f4b6a3.uuid.UuidCreator;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.events.json.EventType;
import com.hotpotspot.events.json.EventTypes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
     * A fact on its way into a stream, written without Axon; its id is made here.
     *
     * @param trail who and why
     * @throws IllegalArgumentException if nothing of that kind may be written
     */
    public static NewEvent of(StreamId stream, long sequence, Event event, Trail trail, Instant recordedAt) {
        EventType type = EventTypes.of(event.getClass())
                .orElseThrow(() -> new IllegalArgumentException(event.getClass() + " is no registered event"));
        return new NewEvent(
                stream,
                sequence,
                UuidCreator.getTimeOrderedEpoch(),
                type.name(),
                type.revision(),
                recordedAt,
                EventJson.mapper().writeValueAsBytes(event),
                EventJson.metadata(trail.metadata()));
    }

    /**
     * What Axon wants to have written. The events of a command mostly share stream and metadata, which are made once
     * then.
     *
     * @throws IllegalArgumentException if a message belongs to no stream, or its metadata is not text only
     */
    static List<NewEvent> of(List<? extends EventMessage<?>> messages, Serializer serializer) {
        List<NewEvent> events = new ArrayList<>(messages.size());
        DomainEventMessage<?> before = null;
        for (EventMessage<?> message : messages) {
            DomainEventMessage<?> event = inAStream(message);
            NewEvent last = events.isEmpty() ? null : events.getLast();
            StreamId stream = before != null
                            && last != null
                            && before.getAggregateIdentifier().equals(event.getAggregateIdentifier())
                    ? last.stream()
                    : StreamId.parse(event.getAggregateIdentifier());
            byte[] metadata =
                    before != null && last != null && before.getMetaData().equals(event.getMetaData())
                            ? last.metadata()
                            : EventJson.metadata(event.getMetaData());
            events.add(of(event, stream, metadata, serializer));
            before = event;
        }
        return events;
    }

    /** The state of an aggregate, kept like an event. */
    static NewEvent of(DomainEventMessage<?> message, Serializer serializer) {
        return of(List.of(message), serializer).getFirst();
    }

    private static DomainEventMessage<?> inAStream(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> event) {
            return event;
        }
        throw new IllegalArgumentException("every event belongs to a stream, but %s was published without one"
                .formatted(message.getPayloadType()));
    }

    private static NewEvent of(DomainEventMessage<?> event, StreamId stream, byte[] metadata, Serializer serializer) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        return new NewEvent(
                stream,
                event.getSequenceNumber(),
                UUID.fromString(event.getIdentifier()),
                payload.getType().getName(),
                Objects.requireNonNullElse(payload.getType().getRevision(), UNREVISED),
                event.getTimestamp(),
                payload.getData(),
                metadata);
    }
}
