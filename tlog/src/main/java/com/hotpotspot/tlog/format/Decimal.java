package com.hotpotspot.tlog.format;

/** A number from 0 in ASCII decimal digits without leading zeroes. */
public final class Decimal {

    private static final int LONGEST = Long.toString(Long.MAX_VALUE).length();

    private Decimal() {}

    /**
     * The number that {@code text} stands for.
     *
     * @param what names the number in messages, for example {@code "the tree size"}
     * @throws FormatException if it is written in another way, or exceeds 2^63-1
     */
    public static long parse(String text, String what) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        FormatException.unless(digits, what + " is not a decimal number");
        FormatException.unless(text.length() == 1 || text.charAt(0) != '0', what + " has a leading zero");
        FormatException.unless(text.length() <= LONGEST, what + " is too large");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new FormatException(what + " is too large", e);
        }
    }
}
