package com.hotpotspot.command.sale;

import com.hotpotspot.command.web.Bodies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Takes the lines of a batch from its body as they come in, one after the other. */
final class BatchReader {

    /** What it holds of a body at most. */
    static final long HOLDS = Bodies.DOCUMENT + 64 * 1024;

    private final InputStream body;
    private final byte[] buffer = new byte[64 * 1024];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean lineIsTooLong;
    private int next;
    private int end;
    private int number;

    BatchReader(InputStream body) {
        this.body = body;
    }

    /** The next line that is not blank, or nothing at the end of the body. */
    Optional<Line> next() throws IOException {
        while (fill()) {
            int start = next;
            while (next < end && buffer[next] != '\n') {
                next++;
            }
            add(start, next - start);
            if (next < end) {
                next++;
                Line complete = complete();
                if (!complete.isBlank()) {
                    return Optional.of(complete);
                }
            }
        }
        return Optional.of(complete()).filter(last -> !last.isBlank());
    }

    private boolean fill() throws IOException {
        if (next == end && end >= 0) {
            next = 0;
            end = body.read(buffer);
        }
        return end >= 0;
    }

    /** Of a line that is too long only so much is kept that it is found to be so. */
    private void add(int start, int length) {
        if (line.size() + length > Bodies.DOCUMENT) {
            lineIsTooLong = true;
        } else {
            line.write(buffer, start, length);
        }
    }

    private Line complete() {
        Line complete = new Line(++number, line.toByteArray(), lineIsTooLong);
        line.reset();
        lineIsTooLong = false;
        return complete;
    }

    /**
     * @param number counted from 1, blank ones too, as whoever wrote them counts them
     * @param content of a line that is too long only its beginning
     */
    @SuppressWarnings("ArrayRecordComponent") // read once and never compared
    record Line(int number, byte[] content, boolean isTooLong) {

        private boolean isBlank() {
            for (byte character : content) {
                if (character != ' ' && character != '\t' && character != '\r') {
                    return false;
                }
            }
            return !isTooLong;
        }
    }
}
