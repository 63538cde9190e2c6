package com.hotpotspot.command.secondfactor;

/** Base32 of RFC 4648, section 6, without padding: what authenticators take a secret in. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int MASK = ALPHABET.length() - 1;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int heldBits = 0;
        for (byte next : bytes) {
            held = (held << Byte.SIZE | Byte.toUnsignedInt(next)) & 0xfff;
            heldBits += Byte.SIZE;
            while (heldBits >= BITS) {
                heldBits -= BITS;
                text.append(ALPHABET.charAt(held >>> heldBits & MASK));
            }
        }
        if (heldBits > 0) {
            text.append(ALPHABET.charAt((held << (BITS - heldBits)) & MASK));
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException if a character is none of the alphabet */
    static byte[] decode(String text) {
        byte[] bytes = new byte[text.length() * BITS / Byte.SIZE];
        int held = 0;
        int heldBits = 0;
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("not a text in base32");
            }
            held = (held << BITS | value) & 0xfff;
            heldBits += BITS;
            if (heldBits >= Byte.SIZE) {
                heldBits -= Byte.SIZE;
                bytes[next++] = (byte) (held >>> heldBits);
            }
        }
        return bytes;
    }
}
