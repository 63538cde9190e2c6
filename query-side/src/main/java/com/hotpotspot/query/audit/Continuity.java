package com.hotpotspot.query.audit;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.tlog.checkpoint.Checkpoint;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.merkle.CompactRange;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.merkle.MerkleTree;
import java.util.List;

/** Whether the event log and the tree still hold what was signed. Reads and compares, and changes nothing. */
final class Continuity {

    /** One sentence for the operator, under each refusal that only the right log can end. */
    static final String WHAT_TO_DO =
            " Stop selling into it, and put the log back that has all of that: see \"When sealing stops\" in the operator's guide.";

    private static final int SPAN = 1_000;

    private final TreeTable table;
    private final EventLog log;

    Continuity(TreeTable table, EventLog log) {
        this.table = table;
        this.log = log;
    }

    /**
     * Looks at the end of what was signed, as the event log has it at this moment.
     *
     * @param last the last checkpoint
     * @param lastLeaf the leaf below its size
     * @param size that the log must have reached
     * @throws BrokenLogException if the log is shorter than that, or has another event there
     */
    void requireEnd(Checkpoint last, Hash lastLeaf, long size) {
        long held = log.head() + 1;
        if (held < last.size()) {
            throw broken("The event log ends before position " + held + ", but a checkpoint over " + last.size()
                    + " events was signed: its last " + (last.size() - held) + " events are missing.");
        }
        if (held < size) {
            throw broken("The event log has become shorter while it was read: it ends before position " + held + ".");
        }
        if (last.size() == 0) {
            return;
        }
        long position = last.size() - 1;
        List<StoredEvent> events = log.read(position, 1).events();
        if (events.isEmpty() || events.getFirst().position() != position) {
            throw broken("At position " + position + " the event log has no event, but one was sealed there.");
        }
        if (!Leaf.of(events.getFirst()).hash().equals(lastLeaf)) {
            throw broken("At position " + position + " the event log has another event than was sealed there.");
        }
    }

    /**
     * Compares with what somebody else keeps of this log.
     *
     * @param last the last checkpoint in the database, over a tree that has its root
     * @param kept signed by this log
     * @throws BrokenLogException if neither the tree, nor the log beyond it, leads to that checkpoint
     */
    void requireContains(Checkpoint last, Remembered kept) {
        Checkpoint given = kept.checkpoint().checkpoint();
        if (given.size() <= last.size()) {
            requireInTree(last, given, kept.keeper());
        } else {
            requireInLog(last, given, kept.keeper());
        }
    }

    private void requireInTree(Checkpoint last, Checkpoint given, String keeper) {
        try {
            MerkleTree tree = new MerkleTree(last.size(), table.hashes(last.size()));
            if (tree.consistencyProof(given.size()).proves(given.root(), last.root())) {
                return;
            }
        } catch (FormatException e) {
            throw damaged(e);
        }
        throw another(given, keeper);
    }

    /** As after a crash between keeping and publishing, or after the schema of the tree alone was put back. */
    private void requireInLog(Checkpoint last, Checkpoint given, String keeper) {
        long held = log.head() + 1;
        if (held < given.size()) {
            throw broken(keeper + " has a checkpoint over " + given.size() + " events that this log signed, but only "
                    + held + " are here: it was put back from an older copy, or events were deleted.");
        }
        CompactRange range = kept(last);
        while (range.size() < given.size()) {
            int span = (int) Math.min(SPAN, given.size() - range.size());
            List<StoredEvent> events = log.read(range.size(), span).events();
            if (events.isEmpty()) {
                throw broken("The event log has no event at position " + range.size() + ".");
            }
            for (Leaf leaf : Leaf.of(events)) {
                if (leaf.position() != range.size()) {
                    throw broken("The event log has no event at position " + range.size() + ".");
                }
                range.append(leaf.hash());
            }
        }
        if (!range.root().equals(given.root())) {
            throw another(given, keeper);
        }
    }

    private CompactRange kept(Checkpoint last) {
        try {
            return GrowingTree.rangeAt(last.size(), table.hashes(last.size()));
        } catch (FormatException e) {
            throw damaged(e);
        }
    }

    private static BrokenLogException another(Checkpoint given, String keeper) {
        return broken(keeper + " has a checkpoint over " + given.size()
                + " events that this log signed, but the log has other events there now.");
    }

    private static BrokenLogException broken(String sentence) {
        return new BrokenLogException(sentence + WHAT_TO_DO);
    }

    static BrokenLogException damaged(FormatException cause) {
        return new BrokenLogException(
                "The tree of the audit log is damaged: " + cause.getMessage()
                        + ". Put the schema audit back together with the log.",
                cause);
    }
}
