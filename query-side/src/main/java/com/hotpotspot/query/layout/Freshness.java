package com.hotpotspot.query.layout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fresh a page is.
 *
 * @param position up to where in the log its figures speak; -1 for an empty log
 * @param lastEvent when the log took that event; null for an empty log, or while the log cannot be asked
 * @param parked how many events the figures are without; 0 where they are whole
 */
public record Freshness(long position, @Nullable Instant lastEvent, long parked) {

    /** Public because the template calls it. */
    public boolean isOfEmptyLog() {
        return position < 0;
    }
}
