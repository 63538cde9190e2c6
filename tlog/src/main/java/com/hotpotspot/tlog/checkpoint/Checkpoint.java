package com.hotpotspot.tlog.checkpoint;

import com.hotpotspot.tlog.format.Decimal;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.merkle.Hash;
import java.util.Arrays;
import java.util.List;

/**
 * A log's size and root, as its note's text says them (c2sp.org/tlog-checkpoint).
 *
 * @param origin names the log
 * @param size of the tree, in leaves
 * @param root of the tree of that size
 * @param extensions further lines, opaque; our log writes none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    private static final int LINES = 3;

    /** @throws FormatException if no checkpoint can say that */
    public Checkpoint {
        extensions = List.copyOf(extensions);
        FormatException.unless(isLine(origin), "a checkpoint's origin is empty or not one line");
        FormatException.unless(size >= 0, "a checkpoint's tree size is negative");
        FormatException.unless(
                extensions.stream().allMatch(Checkpoint::isLine),
                "a checkpoint's extension line is empty or not one line");
    }

    /** A checkpoint as our log writes it. */
    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /**
     * Reads a note's text.
     *
     * @throws FormatException if it is not that of a checkpoint
     */
    public static Checkpoint parse(String text) {
        FormatException.unless(text.endsWith("\n"), "a checkpoint does not end with a line feed");
        List<String> lines = Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1));
        FormatException.unless(lines.size() >= LINES, "a checkpoint has fewer than three lines");
        return new Checkpoint(
                lines.get(0),
                Decimal.parse(lines.get(1), "a checkpoint's tree size"),
                Hash.fromBase64(lines.get(2), "a checkpoint's root hash"),
                lines.subList(LINES, lines.size()));
    }

    /** The text to sign; {@link #parse} reads it back. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(origin).append('\n');
        text.append(size).append('\n');
        text.append(root.base64()).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static boolean isLine(String line) {
        return !line.isEmpty() && line.indexOf('\n') < 0;
    }
}
