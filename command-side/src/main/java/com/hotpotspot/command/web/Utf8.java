package com.hotpotspot.command.web;

/**
 * Checks that bytes are UTF-8 as RFC 3629 has it: no character in more bytes than it needs, no surrogates, nothing
 * beyond Unicode. A NUL is not taken for text either; no JSON has one, but that of UTF-16 and UTF-32, which would be
 * guessed from it.
 */
public final class Utf8 {

    private static final int LOWEST = 0x80;
    private static final int HIGHEST = 0xbf;

    private int missing;
    private int lowest = LOWEST;
    private int highest = HIGHEST;

    /** Whether a text is whole and well-formed. */
    public static boolean isWellFormed(byte[] text) {
        Utf8 check = new Utf8();
        return check.takes(text, 0, text.length) && check.isComplete();
    }

    /** Whether the text may go on like this. */
    boolean takes(byte[] text, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            int value = text[i];
            if ((value <= 0 || missing > 0) && !takes(value & 0xff)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text may end here. */
    boolean isComplete() {
        return missing == 0;
    }

    private boolean takes(int value) {
        if (missing > 0) {
            boolean continues = value >= lowest && value <= highest;
            missing--;
            lowest = LOWEST;
            highest = HIGHEST;
            return continues;
        }
        missing = continuations(value);
        switch (value) {
            case 0xe0 -> lowest = 0xa0;
            case 0xed -> highest = 0x9f;
            case 0xf0 -> lowest = 0x90;
            case 0xf4 -> highest = 0x8f;
            default -> {}
        }
        return missing > 0;
    }

    /** How many bytes follow this one; 0 where it begins nothing that is allowed. */
    private static int continuations(int first) {
        if (first >= 0xc2 && first <= 0xdf) {
            return 1;
        }
        if (first >= 0xe0 && first <= 0xef) {
            return 2;
        }
        return first >= 0xf0 && first <= 0xf4 ? 3 : 0;
    }
}
