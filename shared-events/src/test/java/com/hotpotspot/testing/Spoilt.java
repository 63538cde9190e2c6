package com.hotpotspot.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * What strangers make of a good example: parts of it are cut out, doubled, swapped, overwritten, nested deeply or grown
 * long. Dice that begin with the same seed spoil it in the same way.
 */
public final class Spoilt {

    /** What parsers stumble over, wherever it turns up. */
    private static final List<String> STUMBLING_BLOCKS = List.of(
            "",
            "\u0000",
            "\n",
            "\r\n",
            "\r",
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            "\\udc00\\ud800",
            "\ud83c\udf5c",
            "\u0663",
            "\u0130",
            "\u2028",
            "\u202e",
            "\u200b",
            "\ufeff",
            "\u00a0",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            ",,",
            "null",
            "true",
            "{}",
            "[]",
            "0",
            "-0",
            "00",
            "-1",
            "1.0",
            "1e2",
            "1e999",
            "1e-999999999",
            "9007199254740992",
            "9223372036854775807",
            "9223372036854775808",
            "2147483648",
            "NaN",
            "%00",
            "..",
            "/",
            ".",
            "-",
            "+",
            "=",
            "1999-12-31T23:59:59Z",
            "+999999999-12-31T23:59:59Z",
            "-0001-01-01",
            "2026-02-30",
            "24:00:00Z",
            "23:59:60Z");

    private static final List<String> NESTS = List.of("[", "{\"a\":", "[[],", "(", "\"");

    /** What a step may make of an example, in characters. */
    private static final int LONGEST = 100_000;

    private static final int MOST_STEPS = 5;
    private static final int LONGEST_PART = 60;

    /** What a parser takes for itself, however small the input, the loading of its classes included. */
    private static final long ROOM = 32L << 20;

    private static final long ROOM_PER_BYTE = 400;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Spoilt() {}

    /** Characters instead of those of a good text, half surrogate pairs among them. */
    public static String text(String good, Random dice) {
        return spoil(good, dice, false);
    }

    /** Bytes instead of good ones, which need not be text any more. */
    public static byte[] bytes(byte[] good, Random dice) {
        return spoil(new String(good, ISO_8859_1), dice, true).getBytes(ISO_8859_1);
    }

    /** Up to so many bytes that never were an example of anything. */
    public static byte[] rubbish(int most, Random dice) {
        byte[] bytes = new byte[dice.nextInt(most + 1)];
        dice.nextBytes(bytes);
        return bytes;
    }

    /**
     * What {@code reader} makes of an input of so many bytes, provided that it takes no more memory for it than some
     * hundred times as much.
     */
    public static <T> T withinMeasure(long bytes, Supplier<T> reader) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        T read = reader.get();
        long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
        if (taken > ROOM + ROOM_PER_BYTE * bytes) {
            throw new AssertionError("took " + taken + " bytes of memory to read " + bytes);
        }
        return read;
    }

    private static String spoil(String good, Random dice, boolean bytes) {
        String text = good;
        for (int steps = 1 + dice.nextInt(MOST_STEPS); steps > 0; steps--) {
            text = step(text, dice, bytes);
        }
        return text;
    }

    private static String step(String text, Random dice, boolean bytes) {
        int from = dice.nextInt(text.length() + 1);
        int to = from + dice.nextInt(Math.min(LONGEST_PART, text.length() - from) + 1);
        String part = text.substring(from, to);
        return switch (dice.nextInt(20)) {
            case 0, 1, 2 -> between(text, from, "", to);
            case 3, 4 -> between(text, from, part + part, to);
            case 5 -> text.substring(0, from);
            case 6 -> text.substring(from);
            case 7, 8 -> between(text, from, String.valueOf(anyCharacter(dice, bytes)), from);
            case 9, 10 -> between(text, from, flipped(part, dice), to);
            case 11, 12 -> elsewhere(text, part, dice);
            case 13 -> between(text, from, repeated(part, dice), to);
            case 14 -> between(text, from, repeated(NESTS.get(dice.nextInt(NESTS.size())), dice), to);
            default -> between(text, from, stumblingBlock(dice, bytes), to);
        };
    }

    private static String between(String text, int from, String instead, int to) {
        return text.substring(0, from) + instead + text.substring(to);
    }

    private static String elsewhere(String text, String part, Random dice) {
        int at = dice.nextInt(text.length() + 1);
        return between(text, at, part, Math.min(text.length(), at + part.length()));
    }

    private static String flipped(String part, Random dice) {
        if (part.isEmpty()) {
            return part;
        }
        StringBuilder flipped = new StringBuilder(part);
        int at = dice.nextInt(part.length());
        flipped.setCharAt(at, (char) (part.charAt(at) ^ 1 << dice.nextInt(Byte.SIZE)));
        return flipped.toString();
    }

    private static char anyCharacter(Random dice, boolean bytes) {
        return (char) dice.nextInt(bytes || dice.nextBoolean() ? 0x100 : 0x1_0000);
    }

    private static String repeated(String part, Random dice) {
        int most = LONGEST / Math.max(1, part.length());
        return part.repeat(dice.nextInt(1 << dice.nextInt(18)) % Math.max(1, most));
    }

    private static String stumblingBlock(Random dice, boolean bytes) {
        String block = STUMBLING_BLOCKS.get(dice.nextInt(STUMBLING_BLOCKS.size()));
        return bytes ? new String(block.getBytes(UTF_8), ISO_8859_1) : block;
    }
}
