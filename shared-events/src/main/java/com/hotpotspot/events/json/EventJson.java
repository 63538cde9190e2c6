package com.hotpotspot.events.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.events.Event;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON of payloads and metadata as stored: members sorted, no insignificant space, absent values left out, instants
 * as text. With integers up to 2^53-1 and plain text only, which the domain's types see to, this is RFC 8785's form.
 */
public final class EventJson {

    private static final JsonMapper MAPPER = configure(JsonMapper.builder()).build();

    private EventJson() {}

    /** The mapper for events; its output is canonical. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Canonical JSON of metadata, whose values are text only. */
    public static byte[] metadata(Map<String, ?> metadata) {
        SortedMap<String, String> sorted = new TreeMap<>();
        metadata.forEach((key, value) -> {
            if (!(value instanceof String text)) {
                throw new IllegalArgumentException("metadata %s is not text".formatted(key));
            }
            sorted.put(key, text);
        });
        return MAPPER.writeValueAsBytes(sorted);
    }

    /** Reads back what {@link #metadata} wrote. */
    public static Map<String, String> readMetadata(byte[] metadata) {
        return MAPPER.readValue(metadata, new TypeReference<Map<String, String>>() {});
    }

    /**
     * Reads a payload back, whichever revision it was written in.
     *
     * @param type the event's name in the log
     * @throws IllegalArgumentException if this build knows no such event or revision
     */
    public static Event read(String type, String revision, byte[] payload) {
        EventType known =
                EventTypes.named(type).orElseThrow(() -> new IllegalArgumentException("unknown event type " + type));
        if (known.revision().equals(revision)) {
            return MAPPER.readValue(payload, known.payload());
        }
        ObjectNode stored = MAPPER.readValue(payload, ObjectNode.class);
        return MAPPER.treeToValue(Upcasters.toCurrent(known, revision, stored), known.payload());
    }

    /** Makes a mapper of somebody else write and read as {@link #mapper} does. */
    public static JsonMapper.Builder configure(JsonMapper.Builder builder) {
        return builder.enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .changeDefaultPropertyInclusion(ignored ->
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }
}
