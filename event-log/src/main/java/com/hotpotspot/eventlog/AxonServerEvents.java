package com.hotpotspot.eventlog;

import com.google.protobuf.ByteString;
import com.hotpotspot.events.json.EventJson;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Events as Axon Server keeps them. The payload's bytes are kept as they are. Metadata is a map of typed values there,
 * of which we use text only; its canonical JSON is made again from the map, and is the same bytes since there is only
 * one.
 */
final class AxonServerEvents {

    private AxonServerEvents() {}

    static Event toServer(NewEvent event) {
        Event.Builder sent = Event.newBuilder()
                .setMessageIdentifier(event.eventId().toString())
                .setAggregateIdentifier(event.stream().toString())
                .setAggregateSequenceNumber(event.sequence())
                .setAggregateType(event.stream().kind())
                .setTimestamp(event.recordedAt().toEpochMilli())
                .setPayload(SerializedObject.newBuilder()
                        .setType(event.type())
                        .setRevision(event.revision())
                        .setData(ByteString.copyFrom(event.payload())));
        EventJson.readMetadata(event.metadata())
                .forEach((key, text) -> sent.putMetaData(
                        key, MetaDataValue.newBuilder().setTextValue(text).build()));
        return sent.build();
    }

    static StoredEvent fromServer(long position, Event event) {
        return new StoredEvent(
                position,
                event.getAggregateIdentifier(),
                event.getAggregateSequenceNumber(),
                UUID.fromString(event.getMessageIdentifier()),
                event.getPayload().getType(),
                event.getPayload().getRevision(),
                Instant.ofEpochMilli(event.getTimestamp()),
                event.getPayload().getData().toByteArray(),
                EventJson.metadata(text(event)));
    }

    private static Map<String, String> text(Event event) {
        Map<String, String> text = new HashMap<>();
        event.getMetaDataMap().forEach((key, value) -> {
            if (!value.hasTextValue()) {
                throw new IllegalStateException(
                        "metadata %s of event %s is not text".formatted(key, event.getMessageIdentifier()));
            }
            text.put(key, value.getTextValue());
        });
        return text;
    }
}
