package com.hotpotspot.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.tlog.event.EventLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;

/** What the log publishes is what the verifier reads: two pieces of code that share nothing agree on each byte. */
class EventLineTest {

    private static final long LARGEST_INTEGER = (1L << 53) - 1;

    /**
     * Of one, two, three and four bytes, right to left, invisible, combining, with a meaning in JSON or on a terminal.
     */
    private static final List<String> ODD = List.of(
            "\"",
            "\\",
            "/",
            "'",
            "<",
            "&",
            " ",
            "\u007f",
            "\u0080",
            "\u00a0",
            "\u00ad",
            "é",
            "e\u0301",
            "ხინკალი",
            "хачапури",
            "\u0600",
            "\u200b",
            "\u200d",
            "\u2028",
            "\u2029",
            "\u202e",
            "\ufeff",
            "\ufffd",
            "\uffff",
            "\ue000",
            "\ud7ff",
            "𐐷",
            "👩‍🍳",
            "\udbff\udfff",
            "\\u0041",
            "null",
            "1e3",
            "{}",
            "");

    @Property(tries = 500)
    void aPublishedLineIsReadWithoutFaults(@ForAll("events") StoredEvent event) {
        EventLine line = EventLine.parse(published(event));

        assertThat(line.faults()).isEmpty();
        assertThat(line.payload()).isEqualTo(event.payload());
        assertThat(line.metadata()).isEqualTo(event.metadata());
    }

    @Property(tries = 500)
    void theLeafOfAPublishedLineIsTheOneThatAnybodyWouldMakeOfTheEvent(@ForAll("events") StoredEvent event)
            throws IOException {
        byte[] expected = new JsonCanonicalizer(EventJson.mapper().writeValueAsString(members(event))).getEncodedUTF8();

        EventLine line = EventLine.parse(published(event));

        assertThat(new String(line.entry().bytes(), UTF_8)).isEqualTo(new String(expected, UTF_8));
        assertThat(line.entry().leaf().hex()).isEqualTo(hex(sha256(new byte[] {0}, expected)));
    }

    @Property(tries = 500)
    void aPublishedLineIsCanonicalItself(@ForAll("events") StoredEvent event) throws IOException {
        byte[] line = published(event);

        assertThat(new String(new JsonCanonicalizer(line).getEncodedUTF8(), UTF_8) + "\n")
                .isEqualTo(new String(line, UTF_8));
    }

    @Provide
    Arbitrary<StoredEvent> events() {
        Arbitrary<Long> numbers = Arbitraries.longs().between(0, LARGEST_INTEGER);
        Arbitrary<String> streams = Combinators.combine(
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .ofMinLength(1)
                                .ofMaxLength(16),
                        Arbitraries.strings()
                                .withCharRange('0', '9')
                                .withCharRange('A', 'Z')
                                .withCharRange('a', 'z')
                                .withChars(":._-")
                                .ofMinLength(1)
                                .ofMaxLength(100))
                .as((kind, key) -> new StreamId(kind, key).toString());
        Arbitrary<Instant> times =
                Arbitraries.longs().between(0, 253_402_300_799_999L).map(Instant::ofEpochMilli);
        return Combinators.combine(
                        numbers,
                        streams,
                        numbers,
                        Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                                .as(UUID::new),
                        Arbitraries.of("sale.recorded", "network.founded", "x.y"),
                        times,
                        payloads(),
                        metadata())
                .as((position, stream, sequence, id, type, at, payload, metadata) ->
                        new StoredEvent(position, stream, sequence, id, type, "1", at, payload, metadata));
    }

    private static Arbitrary<byte[]> payloads() {
        Arbitrary<Object> leaves = Arbitraries.oneOf(
                texts(), Arbitraries.longs().between(-LARGEST_INTEGER, LARGEST_INTEGER), Arbitraries.of(true, false));
        Arbitrary<Object> values = Arbitraries.lazyOf(
                () -> leaves,
                () -> leaves.list().ofMaxSize(4).map(list -> (Object) list),
                () -> Arbitraries.maps(texts(), leaves).ofMaxSize(4).map(map -> (Object) map));
        return Arbitraries.maps(texts(), values).ofMaxSize(6).map(EventJson.mapper()::writeValueAsBytes);
    }

    private static Arbitrary<byte[]> metadata() {
        return Arbitraries.maps(texts(), texts()).ofMaxSize(5).map(EventJson::metadata);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.of(ODD).list().ofMaxSize(5).map(parts -> String.join("", parts));
    }

    /** The members that a leaf's entry has by the description of the audit log, in no particular order. */
    private static Map<String, Object> members(StoredEvent event) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", event.type());
        members.put("timestamp", com.hotpotspot.eventlog.EventLine.timestamp(event.recordedAt()));
        members.put("stream", event.stream());
        members.put("sequence", event.sequence());
        members.put("revision", event.revision());
        members.put("position", event.position());
        members.put("payloadSha256", hex(sha256(event.payload())));
        members.put("metadataSha256", hex(sha256(event.metadata())));
        members.put("eventId", event.eventId().toString());
        return members;
    }

    private static byte[] published(StoredEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        com.hotpotspot.eventlog.EventLine.write(event, line);
        return line.toByteArray();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha256.update(part);
            }
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
