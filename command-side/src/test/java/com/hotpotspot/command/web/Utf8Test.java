package com.hotpotspot.command.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class Utf8Test {

    @Test
    void aCharacterInMoreBytesThanItNeedsIsNone() {
        for (String overlong : List.of("c0af", "c1bf", "e080af", "f08080af", "e09fbf", "f08fbfbf")) {
            assertThat(Utf8.isWellFormed(HexFormat.of().parseHex(overlong)))
                    .as(overlong)
                    .isFalse();
        }
    }

    @Test
    void aNulIsNoText() {
        assertThat(Utf8.isWellFormed("{\u0000}".getBytes(UTF_8))).isFalse();
    }

    @Property
    void everyTextIsWellFormed(@ForAll String text) {
        assertThat(Utf8.isWellFormed(text.replace('\u0000', ' ').getBytes(UTF_8)))
                .isTrue();
    }

    @Property(tries = 20_000)
    void bytesAreTextIfTheStrictDecoderTakesThem(@ForAll @Size(max = 6) List<Byte> bytes) {
        byte[] text = new byte[bytes.size()];
        for (int i = 0; i < text.length; i++) {
            text[i] = bytes.get(i) == 0 ? 1 : bytes.get(i);
        }

        assertThat(Utf8.isWellFormed(text)).isEqualTo(isDecoded(text));
    }

    private static boolean isDecoded(byte[] text) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
