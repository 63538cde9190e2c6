package com.hotpotspot.command.secondfactor;

/** Base32 of RFC 4648, section 6, without padding: what authenticators take a secret in. */
final class Base32 {

    /** So many characters stand for whole bytes. */
    private static final int GROUP = 8;

    private static final String PADDING = "=";

    private Base32() {}

    static String encode(byte[] bytes) {
        return org.bouncycastle.util.encoders.Base32.toBase32String(bytes).replace(PADDING, "");
    }

    /** @throws org.bouncycastle.util.encoders.DecoderException if a character is none of the alphabet */
    static byte[] decode(String text) {
        return org.bouncycastle.util.encoders.Base32.decode(
                text + PADDING.repeat(Math.floorMod(-text.length(), GROUP)));
    }
}
