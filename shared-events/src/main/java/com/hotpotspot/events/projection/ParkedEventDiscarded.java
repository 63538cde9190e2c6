package com.hotpotspot.events.projection;

import com.hotpotspot.events.EventName;
import com.hotpotspot.events.StreamId;

/**
 * Somebody decided that a projection goes on for good without an event that it cannot take in. The event stays in the
 * log; only figures are without it.
 *
 * @param projection for example {@code node_sales}
 * @param position of that event
 */
@EventName("projection.event-discarded")
public record ParkedEventDiscarded(String projection, long position, DiscardReason reason) implements ProjectionEvent {

    /** One for each event that a projection lacks, so that each is discarded once. */
    public StreamId stream() {
        return new StreamId("projection", projection + ":" + position);
    }
}
