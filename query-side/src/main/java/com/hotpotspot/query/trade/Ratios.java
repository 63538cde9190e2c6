package com.hotpotspot.query.trade;

import java.math.BigInteger;

/** One whole number by another, rounded half up, and never by way of a floating point. */
final class Ratios {

    private Ratios() {}

    /**
     * {@code sum} ÷ {@code count}; a half is rounded away from zero.
     *
     * @param count positive
     */
    static long average(long sum, long count) {
        BigInteger doubled = BigInteger.valueOf(sum).abs().shiftLeft(1).add(BigInteger.valueOf(count));
        long rounded = doubled.divide(BigInteger.valueOf(count).shiftLeft(1)).longValueExact();
        return sum < 0 ? -rounded : rounded;
    }

    /**
     * By how many per cent {@code amount} differs from the average of {@code count} amounts, rounded in the same way.
     *
     * @param sum of those, positive
     */
    static long change(long amount, long sum, long count) {
        BigInteger more =
                BigInteger.valueOf(amount).multiply(BigInteger.valueOf(count)).subtract(BigInteger.valueOf(sum));
        BigInteger whole = BigInteger.valueOf(sum);
        long rounded = more.abs()
                .multiply(BigInteger.valueOf(200))
                .add(whole)
                .divide(whole.shiftLeft(1))
                .longValueExact();
        return more.signum() < 0 ? -rounded : rounded;
    }
}
