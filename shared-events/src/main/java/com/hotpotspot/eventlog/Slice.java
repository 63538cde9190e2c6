package com.hotpotspot.eventlog;

import java.util.List;

/**
 * What a read of a range of positions found.
 *
 * @param events in position order; fewer than the range has positions where a filter was given
 * @param next the first position that was not looked at: where to read on
 */
public record Slice(List<StoredEvent> events, long next) {

    public Slice {
        events = List.copyOf(events);
    }
}
