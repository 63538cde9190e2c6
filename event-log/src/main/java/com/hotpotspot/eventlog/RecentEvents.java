package com.hotpotspot.eventlog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.function.LongFunction;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * What was read from the log last, so that readers who are at the same place read and decode it once. Bounded by bytes,
 * since how large an event is, is its sender's choice; what has been read never changes.
 */
final class RecentEvents {

    private static final int MOST_BYTES = 4 * Slice.FULL_BYTES;
    /** An event's own size besides its payload, roughly. */
    private static final int BYTES_AROUND = 512;

    private final Cache<Long, Part> parts = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Long from, Part part) -> part.bytes() + part.events().size() * BYTES_AROUND)
            .build();
    private final LongFunction<Part> reader;

    /** @param reader reads the log from a position on */
    RecentEvents(LongFunction<Part> reader) {
        this.reader = reader;
    }

    /** The events from a position on, as far as they were read at a time. */
    Part from(long position) {
        Part part = parts.get(position, reader::apply);
        if (part.events().isEmpty()) {
            parts.asMap().remove(position, part);
        }
        return part;
    }

    /**
     * A slice of the log.
     *
     * @param next where to read on
     * @param bytes of all payloads and metadata
     * @param toHead whether it went to the head of the log
     * @param appends how many appends were known of before it was read
     */
    record Part(List<TrackedEventMessage<?>> events, long next, int bytes, boolean toHead, long appends) {

        Part {
            events = List.copyOf(events);
        }
    }
}
