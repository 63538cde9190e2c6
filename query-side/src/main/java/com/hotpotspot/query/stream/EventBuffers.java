package com.hotpotspot.query.stream;

import com.hotpotspot.eventlog.StoredEvent;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

/** Events in buffers of moderate size, each made when it is asked for; a large event is parted. */
final class EventBuffers implements Iterator<DataBuffer> {

    /** The network layer asks for about a hundred buffers ahead of a slow client. */
    private static final int BYTES = 16 * 1024;

    private final Iterator<StoredEvent> events;
    private final BiConsumer<StoredEvent, ByteArrayOutputStream> format;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(BYTES);

    private byte[] written = {};
    private int taken;

    EventBuffers(List<StoredEvent> events, BiConsumer<StoredEvent, ByteArrayOutputStream> format) {
        this.events = events.iterator();
        this.format = format;
    }

    @Override
    public boolean hasNext() {
        return taken < written.length || events.hasNext();
    }

    @Override
    public DataBuffer next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (taken == written.length) {
            write();
        }
        int left = written.length - taken;
        // What is left over would otherwise go out in a buffer of its own, however little it is.
        int end = left < 2 * BYTES ? written.length : taken + BYTES;
        byte[] part = Arrays.copyOfRange(written, taken, end);
        taken = end;
        return DefaultDataBufferFactory.sharedInstance.wrap(part);
    }

    private void write() {
        out.reset();
        while (events.hasNext() && out.size() < BYTES) {
            format.accept(events.next(), out);
        }
        written = out.toByteArray();
        taken = 0;
    }
}
