package com.hotpotspot.eventlog;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One event as a line of canonical JSON (RFC 8785): the members that the audit tree's leaf has, plus payload and
 * metadata exactly as stored. Whoever parses a line can rebuild the leaf and check both hashes.
 */
public final class EventLine {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final HexFormat HEX = HexFormat.of();

    private EventLine() {}

    /** Writes the event and a line feed. Nothing needs escaping: ids, names and revisions are plain ASCII. */
    public static void write(StoredEvent event, ByteArrayOutputStream out) {
        MessageDigest sha256 = sha256();
        text(out, "{\"eventId\":\"");
        text(out, event.eventId().toString());
        text(out, "\",\"metadata\":");
        out.writeBytes(event.metadata());
        text(out, ",\"metadataSha256\":\"");
        text(out, HEX.formatHex(sha256.digest(event.metadata())));
        text(out, "\",\"payload\":");
        out.writeBytes(event.payload());
        text(out, ",\"payloadSha256\":\"");
        text(out, HEX.formatHex(sha256.digest(event.payload())));
        text(out, "\",\"position\":");
        text(out, Long.toString(event.position()));
        text(out, ",\"revision\":\"");
        text(out, event.revision());
        text(out, "\",\"sequence\":");
        text(out, Long.toString(event.sequence()));
        text(out, ",\"stream\":\"");
        text(out, event.stream());
        text(out, "\",\"timestamp\":\"");
        text(out, timestamp(event.recordedAt()));
        text(out, "\",\"type\":\"");
        text(out, event.type());
        text(out, "\"}\n");
    }

    /** The one way a time of recording is written: UTC with three decimals. */
    public static String timestamp(Instant recordedAt) {
        return TIMESTAMP.format(recordedAt);
    }

    private static void text(ByteArrayOutputStream out, String ascii) {
        out.writeBytes(ascii.getBytes(US_ASCII));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
