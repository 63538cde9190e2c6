package com.hotpotspot.eventlog;

import java.util.List;

/**
 * What a read of a range of positions found. How large an event is, is its sender's choice, so a slice ends not only
 * where the range does, but also with the event that makes it full.
 *
 * @param events in position order; fewer than the range has positions where a filter was given or the slice is full
 * @param next the first position that was not looked at: where to read on
 */
public record Slice(List<StoredEvent> events, long next) {

    /** With so many bytes of payloads and metadata a slice is full: a thousand ordinary events are less. */
    public static final int FULL_BYTES = 1 << 20;

    public Slice {
        events = List.copyOf(events);
    }

    /** Whether it may have ended before its range and before the log, because of its size. */
    public boolean isFull() {
        return bytes() >= FULL_BYTES;
    }

    /** How many bytes of payloads and metadata it holds. */
    public long bytes() {
        return events.stream().mapToLong(StoredEvent::bytes).sum();
    }
}
