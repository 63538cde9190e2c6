package com.hotpotspot.events.money;

import java.util.Locale;

/** Integers that every JSON reader represents exactly (RFC 8785, section 3.2.2.3). */
final class ExactRange {

    private static final long MAX = (1L << 53) - 1;

    private ExactRange() {}

    static void check(long value, String unit) {
        if (value < 0 || value > MAX) {
            throw new ArithmeticException(String.format(Locale.ROOT, "%d %s is outside 0 to 2^53-1", value, unit));
        }
    }
}
