package com.hotpotspot.tlog.event;

import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.merkle.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event as the stream of events gives it: the members of its {@link EventEntry}, and payload and metadata
 * themselves. The hashes are those that the line claims; {@link #faults()} compares.
 */
public final class EventLine {

    /** In bytes. The largest command is a quarter of it. */
    public static final int LONGEST = 1 << 20;

    private final EventEntry entry;
    private final byte[] metadata;
    private final byte[] payload;

    private EventLine(EventEntry entry, byte[] metadata, byte[] payload) {
        this.entry = entry;
        this.metadata = metadata;
        this.payload = payload;
    }

    /**
     * Reads one event, in whatever order and spacing its JSON is.
     *
     * @throws FormatException if it is not an event
     */
    public static EventLine parse(byte[] json) {
        return parse(json, 0, json.length);
    }

    /**
     * Reads one event out of many.
     *
     * @throws FormatException if it is not an event
     */
    public static EventLine parse(byte[] bytes, int from, int to) {
        FormatException.unless(to - from <= LONGEST, "an event is longer than 1,048,576 bytes");
        return new Members().read(new JsonReader(bytes, from, to));
    }

    /** What the tree holds of the event, as the line claims. */
    public EventEntry entry() {
        return entry;
    }

    /** Canonical JSON; must not be changed. */
    public byte[] metadata() {
        return metadata;
    }

    /** Canonical JSON; must not be changed. */
    public byte[] payload() {
        return payload;
    }

    /** What of the line is not what its own hashes were made from, in words; empty if all of it is. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (!Hash.sha256(payload).equals(entry.payloadSha256())) {
            faults.add("the payload is not what was recorded: its SHA-256 is another than payloadSha256");
        }
        if (!Hash.sha256(metadata).equals(entry.metadataSha256())) {
            faults.add("the metadata is not what was recorded: its SHA-256 is another than metadataSha256");
        }
        return faults;
    }

    private static final class Members {

        private @Nullable String eventId;
        private byte @Nullable [] metadata;
        private @Nullable String metadataSha256;
        private byte @Nullable [] payload;
        private @Nullable String payloadSha256;
        private @Nullable Long position;
        private @Nullable String revision;
        private @Nullable Long sequence;
        private @Nullable String stream;
        private @Nullable String timestamp;
        private @Nullable String type;

        EventLine read(JsonReader json) {
            json.beginObject();
            int members = 0;
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                member(name, json);
                members++;
            }
            json.end();
            EventEntry entry = new EventEntry(
                    required(eventId, "eventId"),
                    Hash.fromHex(required(metadataSha256, "metadataSha256"), "metadataSha256"),
                    Hash.fromHex(required(payloadSha256, "payloadSha256"), "payloadSha256"),
                    required(position, "position"),
                    required(revision, "revision"),
                    required(sequence, "sequence"),
                    required(stream, "stream"),
                    required(timestamp, "timestamp"),
                    required(type, "type"));
            EventLine line = new EventLine(entry, required(metadata, "metadata"), required(payload, "payload"));
            // All are there and none is unknown, so that any more than eleven are repetitions.
            FormatException.unless(members == 11, "an event has a member twice");
            return line;
        }

        private void member(String name, JsonReader json) {
            switch (name) {
                case "eventId" -> eventId = json.string();
                case "metadata" -> metadata = json.canonical();
                case "metadataSha256" -> metadataSha256 = json.string();
                case "payload" -> payload = json.canonical();
                case "payloadSha256" -> payloadSha256 = json.string();
                case "position" -> position = json.integer();
                case "revision" -> revision = json.string();
                case "sequence" -> sequence = json.integer();
                case "stream" -> stream = json.string();
                case "timestamp" -> timestamp = json.string();
                case "type" -> type = json.string();
                default -> throw new FormatException("an event has a member that no event has");
            }
        }

        private static <T> T required(@Nullable T member, String name) {
            if (member == null) {
                throw new FormatException("an event lacks its member " + name);
            }
            return Objects.requireNonNull(member);
        }
    }
}
