package com.hotpotspot.tlog.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hotpotspot.tlog.format.FormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;

class JsonReaderTest {

    @Property(tries = 300)
    void canonicalFormEqualsAnIndependentCanonicalisers(@ForAll("objects") String json) throws IOException {
        String canonical = canonical(json);

        assertThat(canonical).isEqualTo(new JsonCanonicalizer(json).getEncodedString());
        assertThat(canonical(canonical)).isEqualTo(canonical);
    }

    @Example
    void membersAreSortedByUtf16CodeUnitsAndNothingElseChanges() {
        assertThat(canonical(" { \"\ufb33\" : [ ] , \"\ud83d\ude00\" : { } , \"a\" : [ 1 , -2, true ,null ] } "))
                .isEqualTo("{\"a\":[1,-2,true,null],\"\ud83d\ude00\":{},\"\ufb33\":[]}");
    }

    @Example
    void escapesAreWrittenInTheirOneForm() {
        assertThat(canonical("{\"a\":\"\\u0041\\/\\u000a\\u001F\\\"\\\\\\ud83d\\ude00\\u10d0\"}"))
                .isEqualTo("{\"a\":\"A/\\n\\u001f\\\"\\\\\ud83d\ude00\u10d0\"}");
        assertThat(canonical("{\"\\u0062\":1,\"a\":2}")).isEqualTo("{\"a\":2,\"b\":1}");
    }

    @Example
    void whateverIsNotStrictlyJsonIsRefused() {
        for (String malformed : List.of(
                "",
                "{",
                "{}x",
                "{}{}",
                "{,}",
                "{\"a\":1,}",
                "{\"a\":[1,]}",
                "{\"a\":[,1]}",
                "{\"a\":[1 2]}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1}}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":tru}",
                "{\"a\":nul",
                "{\"a\":truex}",
                "{\"a\":1.0}",
                "{\"a\":1e2}",
                "{\"a\":01}",
                "{\"a\":-0}",
                "{\"a\":-}",
                "{\"a\":+1}",
                "{\"a\":9007199254740992}",
                "{\"a\":-9007199254740992}",
                "{\"a\":99999999999999999999999}",
                "{\"a\":NaN}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\\n\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\\ud83d\"}",
                "{\"a\":\"\\ude00\\ud83d\"}",
                "{\"a\":\"",
                "{\"a\":\"\\",
                "{\"a\":\"\\u",
                "{\"a\":{\"x\":1,\"x\":2}}",
                "{\"a\":{\"x\":1,\"y\":1,\"\\u0078\":2}}",
                "{\"a\":/**/1}",
                "\ufeff{}",
                "[]",
                "{\"a\":" + "[".repeat(100_000) + "}")) {
            assertThatExceptionOfType(FormatException.class).as(malformed).isThrownBy(() -> canonical(malformed));
        }
    }

    @Property(tries = 5_000)
    void whateverIsReadIsJsonOrRefused(@ForAll("almostJson") String json) {
        try {
            String canonical = canonical(json);
            assertThat(canonical).isEqualTo(new JsonCanonicalizer(json).getEncodedString());
        } catch (FormatException | IOException e) {
            assertThat(e).isInstanceOf(FormatException.class);
        }
    }

    @Property(tries = 5_000)
    void textIsReadWhereItIsUtf8(@ForAll("bytes") byte[] bytes) {
        byte[] json = ByteBuffer.allocate(bytes.length + 8)
                .put("{\"a\":\"".getBytes(UTF_8))
                .put(bytes)
                .put("\"}".getBytes(UTF_8))
                .array();
        assertThat(isRead(json)).isEqualTo(isUtf8(bytes));
    }

    private static boolean isRead(byte[] json) {
        try {
            canonical(json);
            return true;
        } catch (FormatException e) {
            return false;
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        return Arbitraries.of(
                        0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed,
                        0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff)
                .map(Integer::byteValue)
                .array(byte[].class)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> almostJson() {
        return Arbitraries.of(
                        "{", "}", "{}", "[", "]", "\"", "\"a\"", "\"a\":", ":", ",", "1", "-", "0", "true", "null", " ",
                        "\\", "\\u0041", "\u10d0")
                .list()
                .ofMaxSize(10)
                .map(pieces -> "{\"a\":" + String.join("", pieces) + "}");
    }

    @Provide
    Arbitrary<String> objects() {
        return object(1);
    }

    private static Arbitrary<String> object(int depth) {
        return Arbitraries.maps(names(), value(depth))
                .ofMaxSize(5)
                .map(members -> new LinkedHashMap<>(members)
                        .entrySet().stream()
                                .map(member -> quoted(member.getKey()) + " : " + member.getValue())
                                .collect(Collectors.joining(",", "{", "}")));
    }

    private static Arbitrary<String> value(int depth) {
        Arbitrary<String> flat = Arbitraries.oneOf(
                Arbitraries.longs()
                        .between(-JsonReader.LARGEST_INTEGER, JsonReader.LARGEST_INTEGER)
                        .map(String::valueOf),
                names().map(JsonReaderTest::quoted),
                Arbitraries.of("true", "false", "null", "[ ]", "{ }"));
        if (depth == 0) {
            return flat;
        }
        Arbitrary<String> array = value(depth - 1)
                .list()
                .ofMaxSize(3)
                .map(values -> values.stream().collect(Collectors.joining(" ,", "[", "]")));
        return Arbitraries.oneOf(flat, array, object(depth - 1));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('\u0000', '\u007f')
                .withChars('\u10d0', '\u00e9', '\ufb33', '\u2028')
                .ofMaxLength(4)
                .map(text -> text.replace("z", "\ud83d\ude00"));
    }

    /** Many characters escaped that need not be, so that little is canonical as it comes. */
    private static String quoted(String text) {
        return text.codePoints()
                .mapToObj(point -> point == '"' || point == '\\' || point < ' ' || point % 3 == 0
                        ? escaped(Character.toString(point))
                        : Character.toString(point))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(String character) {
        return character.chars().mapToObj("\\u%04X"::formatted).collect(Collectors.joining());
    }

    private static String canonical(String json) {
        return new String(canonical(json.getBytes(UTF_8)), UTF_8);
    }

    /** Through an object around it, as events hold their payloads. */
    private static byte[] canonical(byte[] json) {
        JsonReader whole = new JsonReader(json, 0, json.length);
        whole.beginObject();
        while (whole.nextName() != null) {
            whole.canonical();
        }
        whole.end();
        byte[] around = ByteBuffer.allocate(json.length + 6)
                .put("{\"x\":".getBytes(UTF_8))
                .put(json)
                .put((byte) '}')
                .array();
        JsonReader reader = new JsonReader(around, 0, around.length);
        reader.beginObject();
        assertThat(reader.nextName()).isEqualTo("x");
        byte[] canonical = reader.canonical();
        assertThat(reader.nextName()).isNull();
        reader.end();
        return canonical;
    }

    @Example
    void sixtyLevelsAreRead() {
        String nested = "[".repeat(60) + "]".repeat(60);

        assertThat(canonical("{\"a\":" + nested + "}")).contains(nested);
    }
}
