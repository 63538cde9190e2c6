package com.hotpotspot.tlog.event;

import com.hotpotspot.tlog.format.FormatException;

/** One character beyond ASCII in UTF-8 (RFC 3629): well-formed, in its shortest form, no surrogate. */
final class Utf8Sequence {

    private static final int FIRST_OF_TWO = 0xc2;
    private static final int FIRST_OF_THREE = 0xe0;
    private static final int FIRST_OF_FOUR = 0xf0;
    private static final int LAST_OF_FOUR = 0xf4;

    private Utf8Sequence() {}

    /**
     * Where the sequence that begins at {@code at} ends.
     *
     * @throws FormatException if there is none
     */
    static int end(byte[] bytes, int at, int limit) {
        int lead = Byte.toUnsignedInt(bytes[at]);
        FormatException.unless(lead >= FIRST_OF_TWO && lead <= LAST_OF_FOUR, "the JSON is not UTF-8");
        int length = lead < FIRST_OF_THREE ? 2 : lead < FIRST_OF_FOUR ? 3 : 4;
        FormatException.unless(limit - at >= length, "the JSON is not UTF-8");
        int second = Byte.toUnsignedInt(bytes[at + 1]);
        FormatException.unless(second >= lowestSecond(lead) && second <= highestSecond(lead), "the JSON is not UTF-8");
        for (int i = at + 2; i < at + length; i++) {
            FormatException.unless((bytes[i] & 0xc0) == 0x80, "the JSON is not UTF-8");
        }
        return at + length;
    }

    private static int lowestSecond(int lead) {
        return switch (lead) {
            case 0xe0 -> 0xa0;
            case 0xf0 -> 0x90;
            default -> 0x80;
        };
    }

    private static int highestSecond(int lead) {
        return switch (lead) {
            case 0xed -> 0x9f;
            case 0xf4 -> 0x8f;
            default -> 0xbf;
        };
    }
}
