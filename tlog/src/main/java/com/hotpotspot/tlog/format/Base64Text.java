package com.hotpotspot.tlog.format;

import java.util.Base64;

/** Standard base64 (RFC 4648, section 4): with padding, and each content written in one way only. */
public final class Base64Text {

    private Base64Text() {}

    /** What {@code bytes} are in base64, without line breaks. */
    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * The bytes that {@code text} stands for.
     *
     * @param what names the content in messages, for example {@code "the root hash"}
     * @throws FormatException if it is not base64, lacks padding or has bits set beyond its end
     */
    public static byte[] decode(String text, String what) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new FormatException(what + " is not base64", e);
        }
        // The platform's decoder lets missing padding and stray bits pass.
        FormatException.unless(encode(bytes).equals(text), what + " is not base64 in its one form");
        return bytes;
    }
}
