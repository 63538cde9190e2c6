package com.hotpotspot.verifier.check;

import com.hotpotspot.tlog.event.EventLine;
import com.hotpotspot.tlog.format.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into pieces of about equal length that end where lines end. */
final class LineChunks {

    private final InputStream in;
    private final int length;
    private byte[] rest = new byte[0];
    private boolean ended;

    LineChunks(InputStream in, int length) {
        this.in = in;
        this.length = length;
    }

    /**
     * The next lines; null after the last.
     *
     * @throws FormatException if a line is longer than an event can be
     */
    byte @Nullable [] next() throws IOException {
        byte[] chunk = rest;
        while (!ended) {
            int start = chunk.length;
            chunk = Arrays.copyOf(chunk, start + length);
            int read = in.readNBytes(chunk, start, length);
            ended = read < length;
            chunk = ended ? Arrays.copyOf(chunk, start + read) : chunk;
            int cut = lastLineFeed(chunk, start) + 1;
            if (cut > 0 && !ended) {
                rest = Arrays.copyOfRange(chunk, cut, chunk.length);
                return Arrays.copyOf(chunk, cut);
            }
            FormatException.unless(
                    ended || chunk.length <= EventLine.LONGEST, "a line of the dump is longer than 1,048,576 bytes");
        }
        rest = new byte[0];
        return chunk.length == 0 ? null : chunk;
    }

    private static int lastLineFeed(byte[] chunk, int from) {
        for (int i = chunk.length - 1; i >= from; i--) {
            if (chunk[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
