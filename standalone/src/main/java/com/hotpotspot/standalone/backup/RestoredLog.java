package com.hotpotspot.standalone.backup;

import com.hotpotspot.eventlog.EventLine;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.Slice;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.standalone.database.CannotStartException;
import com.hotpotspot.tlog.checkpoint.Checkpoint;
import com.hotpotspot.tlog.merkle.CompactRange;
import com.hotpotspot.tlog.merkle.Hash;
import java.io.ByteArrayOutputStream;

/** The log of a backup, held against checkpoints: the tree over its events must have their roots at their sizes. */
final class RestoredLog {

    private static final int SPAN = 1_000;

    private final EventLog log;

    RestoredLog(EventLog log) {
        this.log = log;
    }

    long size() {
        return log.head() + 1;
    }

    /**
     * Reads the log from its beginning up to a checkpoint's size.
     *
     * @param whose which checkpoint it is, for the operator
     * @throws CannotStartException if the log is shorter, has a gap, or is another one
     */
    void mustHold(Checkpoint checkpoint, String whose) {
        if (checkpoint.size() > size()) {
            throw new CannotStartException(
                    "%s covers %d events, but the backup only has %d: whoever has that checkpoint could prove that"
                            + " the log was rolled back. Take a newer backup",
                    whose, checkpoint.size(), size());
        }
        if (!rootAt(checkpoint.size()).equals(checkpoint.root())) {
            throw new CannotStartException(
                    "%s is not of this log: its first %d events are others than were signed. Take another backup, or"
                            + " the checkpoint of this log",
                    whose, checkpoint.size());
        }
    }

    private Hash rootAt(long size) {
        CompactRange tree = CompactRange.empty();
        while (tree.size() < size) {
            Slice next = log.read(tree.size(), (int) Math.min(SPAN, size - tree.size()));
            if (next.events().isEmpty()) {
                break;
            }
            for (StoredEvent event : next.events()) {
                if (event.position() != tree.size()) {
                    throw new CannotStartException("The log of the backup has no event at position %d", tree.size());
                }
                tree.append(leaf(event));
            }
        }
        return tree.root();
    }

    /** As anybody would make it from the event's line. */
    private static Hash leaf(StoredEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        EventLine.write(event, line);
        return com.hotpotspot.tlog.event.EventLine.parse(line.toByteArray())
                .entry()
                .leaf();
    }
}
