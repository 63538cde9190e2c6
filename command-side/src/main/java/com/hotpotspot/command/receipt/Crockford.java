package com.hotpotspot.command.receipt;

import java.util.Optional;

/**
 * Base32 as Douglas Crockford describes it, for people who read, dictate and type: no I, L, O and U, and what is easily
 * mistaken is read as what it was meant to be.
 */
final class Crockford {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;

    /** More than anybody types with spaces and hyphens. */
    private static final int LONGEST_TYPED = 64;

    private Crockford() {}

    /** The first {@code length} × 5 bits of {@code bytes}. */
    static String encode(byte[] bytes, int length) {
        StringBuilder text = new StringBuilder(length);
        int held = 0;
        int heldBits = 0;
        int next = 0;
        while (text.length() < length) {
            if (heldBits < BITS) {
                held = (held << Byte.SIZE | Byte.toUnsignedInt(bytes[next++])) & 0xfff;
                heldBits += Byte.SIZE;
            }
            heldBits -= BITS;
            text.append(ALPHABET.charAt(held >>> heldBits & ALPHABET.length() - 1));
        }
        return text.toString();
    }

    /** What somebody typed in the form that {@link #encode} gives; empty if it holds another character. */
    static Optional<String> normalise(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < typed.length(); i++) {
            char meant = meant(typed.charAt(i));
            if (ALPHABET.indexOf(meant) >= 0) {
                text.append(meant);
            } else if (meant != ' ' && meant != '-') {
                return Optional.empty();
            }
        }
        return Optional.of(text.toString());
    }

    private static char meant(char typed) {
        char upper = typed >= 'a' && typed <= 'z' ? (char) (typed - 'a' + 'A') : typed;
        return switch (upper) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> upper;
        };
    }
}
