package com.hotpotspot.events.money;

/** Integers that every JSON reader represents exactly (RFC 8785, section 3.2.2.3). */
final class ExactRange {

    private static final long MAX = (1L << 53) - 1;

    private ExactRange() {}

    static void check(long value, String unit) {
        if (value < 0 || value > MAX) {
            throw new ArithmeticException("%d %s is outside 0 to 2^53-1".formatted(value, unit));
        }
    }
}
