package com.hotpotspot.query.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.answer.StoredJson;
import com.hotpotspot.eventlog.EventLine;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.tlog.merkle.Hash;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One event of the log, with the members that the event stream has. */
record LoggedEvent(
        @Schema(
                description =
                        "Its position in the log, from 0 without gaps; null in a stream whose engine does not tell it.",
                example = "4711")
        @Nullable
        Long position,

        @Schema(description = "What it happened to.", example = "sale:VAKE:0000004711")
        String stream,

        @Schema(description = "Its place in its stream, counted from 0.", example = "0")
        long sequence,

        @Schema(description = "The id of the event.", example = "01938f5a-6e2b-7c31-9d4f-0a1b2c3d4e5f")
        String eventId,

        @Schema(description = "What kind of event it is, by its stable name.", example = "sale.recorded")
        String type,

        @Schema(description = "The revision of its type.", example = "1")
        String revision,

        @Schema(description = "When it was recorded, in UTC.", example = "2026-11-28T09:12:05.123Z")
        String timestamp,

        @Schema(description = "What happened, by the event's type and revision, as it is stored.")
        StoredJson payload,

        @Schema(
                description = "The SHA-256 of the payload's bytes, in hex.",
                example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String payloadSha256,

        @Schema(description = "Who caused it, and how: texts by name, as they are stored.")
        StoredJson metadata,

        @Schema(
                description = "The SHA-256 of the metadata's bytes, in hex.",
                example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String metadataSha256) {

    static LoggedEvent of(StoredEvent event) {
        return new LoggedEvent(
                event.place(),
                event.stream(),
                event.sequence(),
                event.eventId().toString(),
                event.type(),
                event.revision(),
                EventLine.timestamp(event.recordedAt()),
                new StoredJson(new String(event.payload(), UTF_8)),
                Hash.sha256(event.payload()).hex(),
                new StoredJson(new String(event.metadata(), UTF_8)),
                Hash.sha256(event.metadata()).hex());
    }
}
