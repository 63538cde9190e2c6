package com.hotpotspot.query.audit;

import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.tlog.merkle.Hash;
import java.util.List;

/**
 * A leaf that the tree is to have.
 *
 * @param position the event's, which is to be the leaf's index
 */
record Leaf(long position, Hash hash) {

    static Leaf of(StoredEvent event) {
        return new Leaf(event.position(), LogEntry.of(event).leaf());
    }

    static List<Leaf> of(List<StoredEvent> events) {
        return events.stream().map(Leaf::of).toList();
    }
}
