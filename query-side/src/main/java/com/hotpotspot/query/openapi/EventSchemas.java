package com.hotpotspot.query.openapi;

import com.hotpotspot.events.json.EventType;
import com.hotpotspot.events.json.EventTypes;
import com.hotpotspot.openapi.Schemas;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;

/** The forms of an event as it is stored, which is written by hand and not from a record. */
final class EventSchemas {

    private static final String HASH = "[0-9a-f]{64}";
    private static final String A_HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private EventSchemas() {}

    /** The stable names of all events. */
    static Schema<Object> type() {
        List<String> names = EventTypes.all().stream()
                .map(EventType::name)
                .distinct()
                .sorted()
                .toList();
        return Schemas.described(Schemas.text(names), "The stable name of an event.", "sale.recorded");
    }

    /** As {@link com.hotpotspot.eventlog.EventLine} writes it. */
    static Schema<Object> event() {
        Schema<Object> event = Schemas.object("One event, as canonical JSON (RFC 8785).");
        member(
                event,
                "eventId",
                Schemas.formatted("uuid"),
                "The id of the event.",
                "01938f5a-6e2b-7c31-9d4f-0a1b2c3d4e5f");
        member(event, "metadata", Schemas.of("object"), "Who caused it, and how: texts by name.", "");
        member(event, "metadataSha256", Schemas.text(HASH), "The SHA-256 of the metadata's bytes, in hex.", A_HASH);
        member(event, "payload", Schemas.of("object"), "What happened, by the event's type and revision.", "");
        member(event, "payloadSha256", Schemas.text(HASH), "The SHA-256 of the payload's bytes, in hex.", A_HASH);
        member(event, "position", Schemas.integer(0), "Its position in the log, from 0 without gaps.", "4711");
        member(event, "revision", Schemas.text(), "The revision of its type.", "1");
        member(event, "sequence", Schemas.integer(0), "Its place in its stream, counted from 0.", "0");
        member(event, "stream", Schemas.text(), "What it happened to.", "sale:VAKE:0000004711");
        member(
                event,
                "timestamp",
                Schemas.formatted("date-time"),
                "When it happened, in UTC.",
                "2026-11-28T09:12:05.123Z");
        member(event, "type", Schemas.reference("EventType"), "What kind of event it is.", "");
        return event;
    }

    /** What vouches for a file. */
    static Schema<Object> manifest() {
        Schema<Object> manifest = Schemas.object("The event that records the file, and its `.tlog-proof`.");
        member(manifest, "event", Schemas.reference("StoredEvent"), "The event that records it.", "");
        member(
                manifest,
                "proof",
                Schemas.text(),
                "The proof that the log holds that event (c2sp.org/tlog-proof), as text of several lines.",
                "c2sp.org/tlog-proof@v1");
        return manifest;
    }

    private static void member(Schema<Object> object, String name, Schema<Object> form, String what, String example) {
        Schemas.require(object, name, Schemas.described(form, what, example));
    }
}
