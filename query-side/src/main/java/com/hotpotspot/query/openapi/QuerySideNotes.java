package com.hotpotspot.query.openapi;

import com.hotpotspot.events.json.EventType;
import com.hotpotspot.events.json.EventTypes;
import com.hotpotspot.openapi.DoorNote;
import com.hotpotspot.openapi.Schemas;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.stream.Stream;

/** A line about each door, and what its method reads and writes by hand. */
final class QuerySideNotes {

    /** The component that an event as it is stored is. */
    static final String EVENT = "StoredEvent";

    private static final String TEXT = "text/plain";
    private static final String JSON = "application/json";
    private static final String HASH = "[0-9a-f]{64}";

    private QuerySideNotes() {}

    static List<DoorNote> all() {
        return Stream.of(network(), exports(), audit(), tree(), others())
                .flatMap(List::stream)
                .toList();
    }

    private static List<DoorNote> network() {
        return List.of(
                note("GET /api/v1/network/stats", "networkStatistics", "The network in figures"),
                note("GET /api/v1/nodes", "nodes", "The nodes with their totals"),
                inPeriod(note("GET /api/v1/network/sales", "networkSales", "What the network sold, by business day")),
                inPeriod(note("GET /api/v1/nodes/{nodeId}/sales", "nodeSales", "What a node sold, by business day")));
    }

    private static List<DoorNote> exports() {
        return List.of(
                file(note("GET /api/v1/exports/sales", "exportSales", "The regulator's file of sales and mints"))
                        .saying("The same period and position always give the same bytes.")
                        .answers("text/csv", Schemas.text())
                        .answersHeader("Content-Disposition", Schemas.text(), "The file's name.")
                        .answersHeader("Hotpotspot-Position", Schemas.integer(-1), "Up to where in the log it speaks.")
                        .answersHeader(
                                "Hotpotspot-Parked",
                                Schemas.integer(0),
                                "How many events the register could not take in and is without."),
                file(note("POST /api/v1/exports/sales/manifest", "vouchForSales", "Vouch for a file of sales"))
                        .saying("Records in the log what the file is, and answers with that event and the proof that"
                                + " the log holds it. Asked again for the same file, it gives the same event; its"
                                + " position is that of the last event that the file shows. An account may ask for 60"
                                + " files in an hour.")
                        .answers(JSON, manifest())
                        .answersHeader("Content-Disposition", Schemas.text(), "The file's name."));
    }

    private static List<DoorNote> audit() {
        return List.of(
                note("GET /api/v1/audit", "auditReport", "How the audit log stands"),
                note(
                                "GET /api/v1/audit/consistency",
                                "consistencyProof",
                                "Prove that the log grew and was not rewritten")
                        .saying("One hash in base64 on each line.")
                        .requiredQuery("from", Schemas.integer(0), "The size of the earlier checkpoint.")
                        .query("to", Schemas.integer(0), "The size of the later one; the log's own if left out.")
                        .answers(TEXT, Schemas.text())
                        .refuses(409),
                proof(note("GET /api/v1/audit/proofs/{position}", "eventProof", "Prove that an event is in the log")),
                proof(note(
                        "GET /api/v1/nodes/{nodeId}/sales/{saleNumber}/proof",
                        "saleProof",
                        "Prove that a sale is in the log")),
                note("GET /api/v1/audit/witnesses", "witnesses", "Which nodes witness the log, and why"));
    }

    private static List<DoorNote> tree() {
        return List.of(
                note("GET /checkpoint", "checkpoint", "The latest signed checkpoint")
                        .answers(TEXT, Schemas.text())
                        .refuses(404),
                note("GET /tile/{rest}", "tile", "A tile of hashes, or a bundle of entries")
                        .saying("`rest` has slashes: `<level>/<index>[.p/<width>]` or `entries/<index>[.p/<width>]`"
                                + " as c2sp.org/tlog-tiles says. What a path holds never changes.")
                        .answers("application/octet-stream", bytes()),
                note("GET /api/v1/audit/checkpoints", "checkpoints", "The sizes of earlier checkpoints")
                        .saying("The largest first. The next ones come with `below` as the answer has it.")
                        .query("below", Schemas.integer(1), "Only smaller ones; the latest if left out.")
                        .query("limit", Schemas.integer(1), "How many; 100 if left out, 1000 at most."),
                note("GET /api/v1/audit/checkpoints/{size}", "checkpointOfSize", "An earlier signed checkpoint")
                        .saying("As it was signed, with all cosignatures that came. Not every size has one.")
                        .answers(TEXT, Schemas.text())
                        .refuses(404),
                note("GET /api/v1/audit/rotations", "keyRotations", "How each key of the log followed the one before")
                        .saying("The file that `hotpotspot verify` takes with `--rotations`.")
                        .answers(TEXT, Schemas.text())
                        .refuses(404),
                note("GET /api/v1/audit/verifier-key", "verifierKey", "The key that checkpoints are signed with now")
                        .answers(TEXT, Schemas.text())
                        .refuses(404));
    }

    private static List<DoorNote> others() {
        Schema<Object> follow = Schemas.bool();
        follow.setDefault(false);
        Schema<Object> types = Schemas.of("array");
        types.setItems(Schemas.text(eventTypes()));
        return List.of(
                note("GET /api/v1/events", "events", "The events as they are stored")
                        .saying("From a position up to the head of the log, or with `follow=true` for as long as the"
                                + " caller counts as signed in. While it follows, an empty line (or an empty comment)"
                                + " every 15 seconds shows that the connection lives. One event a line; as"
                                + " server-sent events each has its position as id.")
                        .query("from", Schemas.integer(0), "The first position; 0 if left out.")
                        .query("type", types, "Only these types of events; may be repeated, or hold commas.")
                        .query("follow", follow, "Whether to wait for what happens next.")
                        .header(
                                "Last-Event-ID",
                                Schemas.integer(0),
                                "Goes on behind this position, and wins over `from`.")
                        .answers("application/x-ndjson", Schemas.reference(EVENT))
                        .answers("text/event-stream", Schemas.text())
                        .answers(TEXT, Schemas.text()),
                note("GET /api/v1/health", "health", "How far the projections have come"),
                note("GET /api/v1/projections", "projections", "How each projection stands, and what it is without"),
                note("GET /v3/api-docs", "apiDocument", "This document").answers(JSON, Schemas.of("object")));
    }

    private static DoorNote note(String door, String operationId, String summary) {
        return DoorNote.of(door, operationId, summary);
    }

    private static DoorNote inPeriod(DoorNote note) {
        return note.query(
                        "from",
                        Schemas.day(),
                        "The first business day, from 2000-01-01 to 2100-01-01; the first with sales if left out.")
                .query(
                        "to",
                        Schemas.day(),
                        "The last business day, from 2000-01-01 to 2100-01-01; the last with sales if left out.");
    }

    private static DoorNote file(DoorNote note) {
        return inPeriod(note)
                .query("format", Schemas.text(List.of("csv")), "The only one so far.")
                .query("position", Schemas.integer(0), "Up to where in the log the file speaks; all of it if left out.")
                .refuses(409);
    }

    private static DoorNote proof(DoorNote note) {
        return note.saying("A `.tlog-proof` (c2sp.org/tlog-proof) with the checkpoint that covers the event, about a"
                        + " second after it was recorded.")
                .answers(TEXT, Schemas.text())
                .answersHeader("Content-Disposition", Schemas.text(), "The file's name.");
    }

    /** As {@link com.hotpotspot.eventlog.EventLine} writes it. */
    static Schema<Object> event() {
        Schema<Object> event = Schemas.object("One event, as canonical JSON (RFC 8785).");
        Schemas.require(event, "eventId", Schemas.formatted("uuid"));
        Schemas.require(event, "metadata", Schemas.of("object"));
        Schemas.require(event, "metadataSha256", Schemas.text(HASH));
        Schemas.require(event, "payload", Schemas.of("object"));
        Schemas.require(event, "payloadSha256", Schemas.text(HASH));
        Schemas.require(event, "position", Schemas.integer(0));
        Schemas.require(event, "revision", Schemas.text());
        Schemas.require(event, "sequence", Schemas.integer(0));
        Schemas.require(event, "stream", Schemas.text());
        Schemas.require(event, "timestamp", Schemas.formatted("date-time"));
        Schemas.require(event, "type", Schemas.text(eventTypes()));
        return event;
    }

    private static Schema<Object> manifest() {
        Schema<Object> manifest = Schemas.object("The event that records the file, and its `.tlog-proof`.");
        Schemas.require(manifest, "event", Schemas.reference(EVENT));
        Schemas.require(manifest, "proof", Schemas.text());
        return manifest;
    }

    private static Schema<Object> bytes() {
        Schema<Object> bytes = Schemas.text();
        bytes.setFormat("binary");
        return bytes;
    }

    private static List<String> eventTypes() {
        return EventTypes.all().stream()
                .map(EventType::name)
                .distinct()
                .sorted()
                .toList();
    }
}
