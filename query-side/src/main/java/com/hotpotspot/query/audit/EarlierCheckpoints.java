package com.hotpotspot.query.audit;

import com.hotpotspot.eventlog.EventLine;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.audit.AuditEvent;
import com.hotpotspot.query.audit.TreeTable.Sealed;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.event.KeyRotation;
import com.hotpotspot.tlog.event.ProvedEvent;
import com.hotpotspot.tlog.proof.TlogProof;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was signed before the last checkpoint, for whoever has kept an older one, or an older key. */
@Component
final class EarlierCheckpoints {

    private final TreeTable table;
    private final PublishedTree tree;
    private final EventLog log;

    EarlierCheckpoints(TreeTable table, PublishedTree tree, EventLog log) {
        this.table = table;
        this.tree = tree;
        this.log = log;
    }

    /** With all cosignatures that came for it; empty if none of that size was published. */
    Optional<SignedCheckpoint> of(long size) {
        return size > tree.size() ? Optional.empty() : table.checkpoint(size).map(this::withCosignatures);
    }

    /**
     * Those below a size, the largest first.
     *
     * @param limit how many at most
     */
    List<Sealed> below(long size, int limit) {
        return table.checkpointsBelow(Math.min(size, tree.size() + 1), limit);
    }

    /** The smallest that covers a position; empty if none was published yet that does. */
    Optional<EarlierCheckpoint> firstCovering(long position) {
        return publishedCovering(position)
                .map(one -> new EarlierCheckpoint(one.size(), one.root().base64(), one.signedAt()));
    }

    private Optional<Sealed> publishedCovering(long position) {
        return table.firstCovering(position).filter(covering -> covering.size() <= tree.size());
    }

    /**
     * How each key of the log but the first followed the one before, a line each, the oldest first: the event that told
     * of it, and its proof in the first checkpoint that covers it, which both keys have signed. One that no published
     * checkpoint covers yet is left out.
     */
    byte[] rotations() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (StoredEvent event : log.readKind(AuditEvent.KEYS.kind(), tree.size() - 1)) {
            if (event.type().equals(KeyRotation.TYPE)) {
                publishedCovering(event.position()).ifPresent(covering -> lines.writeBytes(line(event, covering)));
            }
        }
        return lines.toByteArray();
    }

    private byte[] line(StoredEvent event, Sealed covering) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        EventLine.write(event, line);
        TlogProof proof =
                new TlogProof(tree.at(covering.size()).inclusionProof(event.position()), withCosignatures(covering));
        byte[] proved = ProvedEvent.write(line.toByteArray(), proof);
        line.reset();
        line.writeBytes(proved);
        line.write('\n');
        return line.toByteArray();
    }

    private SignedCheckpoint withCosignatures(Sealed sealed) {
        return sealed.checkpoint().with(table.cosignatures(sealed.size()));
    }
}
