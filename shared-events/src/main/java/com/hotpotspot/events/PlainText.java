package com.hotpotspot.events;

import java.util.function.IntPredicate;

/**
 * Text that canonical JSON (RFC 8785) can hold without surprises: no control characters and no half of a surrogate
 * pair. That is what the log may hold. Text that comes in from now on is {@linkplain #requireLegible legible} besides:
 * a reader sees all of it, in the order in which it stands.
 */
public final class PlainText {

    private PlainText() {}

    /** @throws InvalidValue if {@code text} is blank, longer than {@code limit} characters or not plain */
    public static String require(String text, String field, int limit) {
        InvalidValue.unless(!text.isBlank(), field, "must not be blank");
        InvalidValue.unless(text.length() <= limit, field, "must not be longer than %d characters", limit);
        InvalidValue.unless(isPlain(text), field, "must not contain control characters or unpaired surrogates");
        return text;
    }

    /**
     * As {@link #require}, for text that is about to enter the log.
     *
     * @throws InvalidValue if {@code text} is blank, too long, or has a character that is not {@linkplain #isLegible
     *     legible}
     */
    public static String requireLegible(String text, String field, int limit) {
        require(text, field, limit);
        InvalidValue.unless(
                isLegible(text), field, "must not contain invisible characters or those that turn the direction");
        InvalidValue.unless(!isEmptySpace(text), field, "must not be blank");
        return text;
    }

    /** Whether every code point of {@code text} may enter an event. */
    public static boolean isPlain(String text) {
        return isEvery(text, PlainText::isPlain);
    }

    private static boolean isPlain(int point) {
        return !Character.isISOControl(point)
                && Character.getType(point) != Character.SURROGATE
                && point != '\u2028'
                && point != '\u2029';
    }

    /**
     * Whether {@code text} shows all that it holds. Zero-width joiners are refused like all that is invisible: none of
     * the scripts in which dishes and cities are written here (Georgian, Cyrillic, Latin, Armenian) needs them, and two
     * names that differ in nothing else look alike. The two variation selectors that till programs put after symbols
     * are let through.
     */
    public static boolean isLegible(String text) {
        return isEvery(text, point -> isPlain(point) && !isHidden(point));
    }

    /** Unlike {@link String#isBlank()} it knows spaces that do not break. */
    private static boolean isEmptySpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isSpaceChar(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.FORMAT, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
            default -> isInvisibleLetterOrMark(point);
        };
    }

    /**
     * Code points with Unicode's property Default_Ignorable_Code_Point that are no format characters, and Braille's
     * blank.
     */
    private static boolean isInvisibleLetterOrMark(int point) {
        return switch (point) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> (point >= 0xFE00 && point <= 0xFE0D) || (point >= 0xE0100 && point <= 0xE01EF);
        };
    }

    /** A sale has dozens of texts and most of their characters are ASCII, which needs no looking up. */
    private static boolean isEvery(String text, IntPredicate allowed) {
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next >= ' ' && next <= '~') {
                continue;
            }
            int point = text.codePointAt(i);
            if (!allowed.test(point)) {
                return false;
            }
            if (Character.isSupplementaryCodePoint(point)) {
                i++;
            }
        }
        return true;
    }
}
