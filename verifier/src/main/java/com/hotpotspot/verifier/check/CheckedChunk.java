package com.hotpotspot.verifier.check;

import com.hotpotspot.tlog.event.EventLine;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.merkle.Hash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of a dump, each looked at for itself: the part of the work that can be done side by side.
 *
 * @param lines how many there are, empty ones included, up to the first that is no event
 * @param malformed why the line after those is no event; null if all are
 */
record CheckedChunk(
        List<Event> events, int lines, int bytes, @Nullable String malformed) {

    /**
     * One event of the chunk.
     *
     * @param line within the chunk, from 0
     * @param faults of payload and metadata, in words
     */
    record Event(int line, long position, Hash leaf, List<String> faults) {}

    static CheckedChunk of(byte[] chunk) {
        List<Event> events = new ArrayList<>();
        int line = 0;
        for (int start = 0; start < chunk.length; line++) {
            int end = lineEnd(chunk, start);
            try {
                // An empty line is a sign of life in a stream that was followed.
                if (!isBlank(chunk, start, end)) {
                    EventLine event = EventLine.parse(chunk, start, end);
                    events.add(new Event(
                            line, event.entry().position(), event.entry().leaf(), event.faults()));
                }
            } catch (FormatException e) {
                return new CheckedChunk(events, line, chunk.length, e.getMessage());
            }
            start = end + 1;
        }
        return new CheckedChunk(events, line, chunk.length, null);
    }

    private static int lineEnd(byte[] chunk, int start) {
        int end = start;
        while (end < chunk.length && chunk[end] != '\n') {
            end++;
        }
        return end;
    }

    private static boolean isBlank(byte[] chunk, int start, int end) {
        return end == start || (end == start + 1 && chunk[start] == '\r');
    }
}
