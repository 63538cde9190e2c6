package com.hotpotspot.query.audit;

import com.hotpotspot.eventlog.EventLine;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.tlog.event.EventEntry;
import com.hotpotspot.tlog.merkle.Hash;

/** What the tree holds of an event. */
final class LogEntry {

    private LogEntry() {}

    static EventEntry of(StoredEvent event) {
        return new EventEntry(
                event.eventId().toString(),
                Hash.sha256(event.metadata()),
                Hash.sha256(event.payload()),
                event.position(),
                event.revision(),
                event.sequence(),
                event.stream(),
                EventLine.timestamp(event.recordedAt()),
                event.type());
    }
}
