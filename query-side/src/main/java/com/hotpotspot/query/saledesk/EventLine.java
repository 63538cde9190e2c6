package com.hotpotspot.query.saledesk;

import com.hotpotspot.eventlog.StoredEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of a sale, as a list of them shows it.
 *
 * @param position null where the log does not tell the positions of a stream
 * @param type its stable name
 * @param account who did it; null where that is nobody's business, or not known
 */
record EventLine(
        @Nullable Long position,
        String type,
        Instant at,
        @Nullable String account) {

    static EventLine of(StoredEvent stored, @Nullable String account) {
        return new EventLine(stored.place(), stored.type(), stored.recordedAt(), account);
    }
}
