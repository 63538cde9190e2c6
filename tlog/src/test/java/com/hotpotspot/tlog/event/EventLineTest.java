package com.hotpotspot.tlog.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.merkle.Hash;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.erdtman.jcs.JsonCanonicalizer;

class EventLineTest {

    private static final String PAYLOAD = "{\"name\":\"ხინკალი\",\"totalTetri\":900}";
    private static final String METADATA = "{\"account\":\"a-1\",\"role\":\"POS_TERMINAL\"}";
    private static final String LINE = "{\"eventId\":\"01935f5c-3f60-7000-8000-000000000001\",\"metadata\":" + METADATA
            + ",\"metadataSha256\":\"" + sha256(METADATA) + "\",\"payload\":" + PAYLOAD
            + ",\"payloadSha256\":\"" + sha256(PAYLOAD)
            + "\",\"position\":42,\"revision\":\"1\",\"sequence\":0,\"stream\":\"sale:VAKE:0000004711\","
            + "\"timestamp\":\"2026-11-22T09:12:05.123Z\",\"type\":\"sale.recorded\"}";

    @Example
    void theEntryIsCanonicalJsonOfExactlyItsMembers() {
        assertThat(new String(EventLine.parse(LINE.getBytes(UTF_8)).entry().bytes(), UTF_8))
                .isEqualTo(
                        "{\"eventId\":\"01935f5c-3f60-7000-8000-000000000001\",\"metadataSha256\":\"" + sha256(METADATA)
                                + "\",\"payloadSha256\":\"" + sha256(PAYLOAD)
                                + "\",\"position\":42,\"revision\":\"1\",\"sequence\":0,"
                                + "\"stream\":\"sale:VAKE:0000004711\","
                                + "\"timestamp\":\"2026-11-22T09:12:05.123Z\",\"type\":\"sale.recorded\"}");
    }

    @Property
    void theEntryEqualsAnIndependentCanonicalisers(@ForAll("entries") EventEntry entry) throws IOException {
        byte[] bytes = entry.bytes();

        assertThat(new String(new JsonCanonicalizer(bytes).getEncodedUTF8(), UTF_8))
                .isEqualTo(new String(bytes, UTF_8));
        assertThat(entry.leaf()).isEqualTo(Hash.ofLeaf(bytes));
    }

    @Example
    void aLineHoldsWhatItsHashesWereMadeFrom() {
        EventLine line = EventLine.parse(LINE.getBytes(UTF_8));

        assertThat(line.faults()).isEmpty();
        assertThat(new String(line.payload(), UTF_8)).isEqualTo(PAYLOAD);
        assertThat(new String(line.metadata(), UTF_8)).isEqualTo(METADATA);
    }

    @Example
    void orderSpacingAndEscapesOfALineDoNotMatter() {
        String other = LINE.replace(",\"type\":\"sale.recorded\"}", "}")
                .replace(
                        PAYLOAD,
                        "{ \"totalTetri\" : 900, \"name\" : \"\\u10ee\\u10d8\\u10dc\\u10d9\\u10d0\\u10da\\u10d8\" }")
                .replace("{\"eventId\"", " {\t\"type\" : \"sale\\u002erecorded\", \"eventId\"");
        EventLine line = EventLine.parse(other.getBytes(UTF_8));

        assertThat(line.faults()).isEmpty();
        assertThat(line.entry()).isEqualTo(EventLine.parse(LINE.getBytes(UTF_8)).entry());
    }

    @Example
    void aPayloadThatWasChangedIsFound() {
        assertThat(EventLine.parse(LINE.replace("900", "901").getBytes(UTF_8)).faults())
                .singleElement()
                .asString()
                .startsWith("the payload is not what was recorded");
        assertThat(EventLine.parse(LINE.replace("a-1", "a-2").getBytes(UTF_8)).faults())
                .singleElement()
                .asString()
                .startsWith("the metadata is not what was recorded");
    }

    @Example
    void whatIsNoEventIsRefused() {
        for (String malformed : List.of(
                "",
                "null",
                "[]",
                "{}",
                LINE + LINE,
                LINE.replace("\"sequence\":0,", ""),
                LINE.replace("\"payload\":" + PAYLOAD + ",", ""),
                LINE.replace("\"sequence\":0,", "\"sequence\":0,\"sequence\":0,"),
                LINE.replace("\"sequence\":0,", "\"sequence\":0,\"more\":0,"),
                LINE.replace("\"sequence\":0", "\"sequence\":\"0\""),
                LINE.replace("\"sequence\":0", "\"sequence\":-1"),
                LINE.replace("\"sequence\":0", "\"sequence\":null"),
                LINE.replace("\"revision\":\"1\"", "\"revision\":1"),
                LINE.replace("\"position\":42", "\"position\":42.0"),
                LINE.replace("\"position\":42", "\"position\":9007199254740992"),
                LINE.replace(sha256(PAYLOAD), sha256(PAYLOAD).substring(1)),
                LINE.replace(sha256(PAYLOAD), "A".repeat(64)),
                LINE.replace("sale.recorded", "\\ud800"),
                LINE.replace(PAYLOAD, "\"" + "x".repeat(EventLine.LONGEST) + "\""))) {
            assertThatExceptionOfType(FormatException.class)
                    .as(malformed)
                    .isThrownBy(() -> EventLine.parse(malformed.getBytes(UTF_8)));
        }
    }

    @Property(tries = 2_000)
    void whateverIsReadIsAnEventOrRefused(@ForAll @IntRange(max = 100_000) int any, @ForAll byte change) {
        byte[] bytes = LINE.getBytes(UTF_8);
        bytes[any % bytes.length] = change;
        try {
            EventLine line = EventLine.parse(bytes);
            assertThat(line.entry().leaf()).isNotEqualTo(Hash.EMPTY_TREE);
        } catch (FormatException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Property(tries = 500)
    void aLineThatIsCutShortIsRefused(@ForAll @IntRange(max = 100_000) int any) {
        byte[] bytes = LINE.getBytes(UTF_8);

        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> EventLine.parse(bytes, 0, any % bytes.length));
    }

    @Example
    void anEntryFitsIntoABundle() {
        EventEntry entry = new EventEntry(
                "e", Hash.EMPTY_TREE, Hash.EMPTY_TREE, 0, "1", 0, "x".repeat(65_536), "t", "sale.recorded");

        assertThatExceptionOfType(FormatException.class).isThrownBy(entry::bytes);
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> new EventEntry(
                        "e", Hash.EMPTY_TREE, Hash.EMPTY_TREE, 1L << 53, "1", 0, "s", "t", "sale.recorded"));
    }

    @Provide
    Arbitrary<EventEntry> entries() {
        Arbitrary<String> text =
                Arbitraries.strings().withCharRange('\u0000', '\ud7ff').ofMaxLength(12);
        Arbitrary<Long> number = Arbitraries.longs().between(0, JsonReader.LARGEST_INTEGER);
        Arbitrary<Hash> hash =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(4).map(Hash::sha256);
        return Combinators.combine(hash, hash, number, number, text.list().ofSize(5))
                .as((metadata, payload, position, sequence, texts) -> new EventEntry(
                        texts.get(0),
                        metadata,
                        payload,
                        position,
                        texts.get(1),
                        sequence,
                        texts.get(2),
                        texts.get(3),
                        texts.get(4)));
    }

    private static String sha256(String text) {
        return Hash.sha256(text.getBytes(UTF_8)).hex();
    }
}
