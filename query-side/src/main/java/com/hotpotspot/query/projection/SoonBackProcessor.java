package com.hotpotspot.query.projection;

import org.axonframework.eventhandling.TrackingEventProcessor;

/**
 * A processor that is back soon when the database is. Axon's own waits twice as long after each failure, up to a
 * minute, and would leave pages behind for that long after an outage is over.
 */
final class SoonBackProcessor extends TrackingEventProcessor {

    private static final long LONGEST_WAIT_MILLIS = 5_000;

    SoonBackProcessor(Builder builder) {
        super(builder);
    }

    @Override
    protected void doSleepFor(long millis) {
        super.doSleepFor(Math.min(millis, LONGEST_WAIT_MILLIS));
    }
}
