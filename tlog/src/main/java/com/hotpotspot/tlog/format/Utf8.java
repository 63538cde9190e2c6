package com.hotpotspot.tlog.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** Text in UTF-8, well-formed or refused: nothing is replaced on the way. */
public final class Utf8 {

    private Utf8() {}

    /**
     * The text that {@code bytes} are.
     *
     * @param what names the text in messages, for example {@code "the note"}
     * @throws FormatException if they are not well-formed UTF-8
     */
    public static String decode(byte[] bytes, String what) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new FormatException(what + " is not UTF-8", e);
        }
    }

    /**
     * Refuses text that UTF-8 cannot hold.
     *
     * @throws FormatException if there is half of a surrogate pair in {@code text}
     */
    public static String requireWellFormed(String text, String what) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                FormatException.unless(pair, what + " has half of a surrogate pair");
                i++;
            }
        }
        return text;
    }
}
