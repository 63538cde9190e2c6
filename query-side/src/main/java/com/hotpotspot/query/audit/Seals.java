package com.hotpotspot.query.audit;

import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.tlog.merkle.Hash;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the tree has of single events. */
@Component
public final class Seals {

    private final EarlierCheckpoints checkpoints;

    Seals(EarlierCheckpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    /** The leaf that an event is, or will be once it is sealed. */
    public Hash leafOf(StoredEvent event) {
        return Leaf.of(event).hash();
    }

    /** The first published checkpoint that covers a position; empty if none does yet. */
    public Optional<EarlierCheckpoint> firstCovering(long position) {
        return checkpoints.firstCovering(position);
    }
}
