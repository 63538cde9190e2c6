package com.hotpotspot.query.audit;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.query.audit.TreeTable.AdoptedKey;
import com.hotpotspot.query.audit.TreeTable.Sealed;
import com.hotpotspot.tlog.checkpoint.Checkpoint;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.checkpoint.TlogPolicy;
import com.hotpotspot.tlog.checkpoint.UntrustedException;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.merkle.MerkleTree;
import com.hotpotspot.tlog.note.KeyName;
import com.hotpotspot.tlog.note.NoteSignature;
import com.hotpotspot.tlog.note.NoteSigner;
import com.hotpotspot.tlog.note.SignedNote;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The tree from where it was left off, and the only one who signs. Everything that a checkpoint promises is looked at
 * again, in what was written and not in what is remembered, before the promise is kept. After any failure it is of no
 * more use; another one is {@linkplain #resume resumed}.
 */
final class Sealing {

    private final TreeTable table;
    private final TransactionOperations transaction;
    private final InstantSource clock;
    private final KeyName origin;
    private final List<NoteSigner> signers;
    private final long bothUntil;
    private final TlogPolicy ownPolicy;
    private final HighWaterMark mark;
    private final Continuity continuity;
    private final GrowingTree tree;
    private Checkpoint last;
    private Hash lastLeaf;
    private Optional<SignedCheckpoint> marked = Optional.empty();

    private Sealing(
            TreeTable table,
            TransactionOperations transaction,
            InstantSource clock,
            KeyName origin,
            List<NoteSigner> signers,
            long bothUntil,
            TlogPolicy ownPolicy,
            HighWaterMark mark,
            Continuity continuity,
            GrowingTree tree,
            Checkpoint last) {
        this.table = table;
        this.transaction = transaction;
        this.clock = clock;
        this.origin = origin;
        this.signers = signers;
        this.bothUntil = bothUntil;
        this.ownPolicy = ownPolicy;
        this.mark = mark;
        this.continuity = continuity;
        this.tree = tree;
        this.last = last;
        this.lastLeaf = lastLeaf(table, last);
    }

    /**
     * Takes up where the last checkpoint is.
     *
     * @throws BrokenLogException if that checkpoint is not by a key of this log, if the tree that was kept has not its
     *     root, if the event log is shorter than it or other, or if the high-water mark is not in the log
     */
    static Sealing resume(
            TreeTable table,
            TransactionOperations transaction,
            InstantSource clock,
            KeyName origin,
            LogKeys keys,
            EventLog log,
            HighWaterMark mark) {
        List<AdoptedKey> adopted = new AdoptedKeys(table, Optional.of(keys)).believed();
        AdoptedKey newest = adopted.getLast();
        List<NoteSigner> signers = new ArrayList<>();
        for (AdoptedKey key : adopted.subList(Math.max(0, adopted.size() - 2), adopted.size())) {
            signers.addFirst(signerOf(key, keys));
        }
        TlogPolicy ownPolicy =
                TlogPolicy.of(adopted.stream().map(AdoptedKey::verifierKey).toList(), List.of(), 0);
        Optional<Sealed> latest = table.latest();
        Checkpoint last = latest.map(before -> trusted(before.checkpoint(), ownPolicy))
                .orElseGet(() -> new Checkpoint(origin.value(), 0, Hash.EMPTY_TREE));
        Sealing sealing = new Sealing(
                table,
                transaction,
                clock,
                origin,
                signers,
                newest.position(),
                ownPolicy,
                mark,
                new Continuity(table, log),
                keptTree(table, last),
                last);
        sealing.requireEnd();
        sealing.compareMark(latest.map(Sealed::checkpoint));
        return sealing;
    }

    private static NoteSigner signerOf(AdoptedKey key, LogKeys keys) {
        NoteSigner signer = keys.signer(key.version());
        if (!signer.verifierKey().equals(key.verifierKey())) {
            throw new BrokenLogException("The keystore's audit key, version " + key.version()
                    + ", is not the one that this log signs with, or the network had another name then. The log's key is "
                    + key.verifierKey() + ". Put back the keystore, or the name, that it has.");
        }
        return signer;
    }

    private static Checkpoint trusted(SignedCheckpoint checkpoint, TlogPolicy policy) {
        try {
            return policy.trust(checkpoint).checkpoint();
        } catch (UntrustedException e) {
            throw new BrokenLogException("The last checkpoint is not by this log: " + e.getMessage() + ".", e);
        }
    }

    private static GrowingTree keptTree(TreeTable table, Checkpoint last) {
        try {
            GrowingTree tree = GrowingTree.resumedAt(last.size(), table.hashes(last.size()));
            if (tree.root().equals(last.root())) {
                return tree;
            }
        } catch (FormatException e) {
            throw Continuity.damaged(e);
        }
        throw new BrokenLogException("The tree of the audit log over " + last.size()
                + " events has another root than was signed. Put the schema audit back together with the log.");
    }

    private static Hash lastLeaf(TreeTable table, Checkpoint last) {
        try {
            return last.size() == 0
                    ? Hash.EMPTY_TREE
                    : table.hashes(last.size()).read(0, last.size() - 1);
        } catch (FormatException e) {
            throw Continuity.damaged(e);
        }
    }

    /** Compares with the mark, which another process on the same file may have moved; makes it where there is none. */
    private void compareMark(Optional<SignedCheckpoint> latest) {
        marked = mark.read();
        marked.ifPresent(kept -> requireContains(new Remembered(mark.toString(), kept)));
        if (latest.isPresent() && marked.map(kept -> kept.checkpoint().size()).orElse(0L) < last.size()) {
            if (marked.isEmpty()) {
                mark.warnMissing(last.size());
            }
            mark.keep(latest.get());
            marked = latest;
        }
    }

    /** How many events are sealed. */
    long size() {
        return last.size();
    }

    /**
     * Whether a checkpoint that somebody shows has to be {@linkplain #compare compared}: this log has signed it; or
     * nobody knows who has, but it is in this log's name and beyond what was signed here. An older keystore, put back
     * together with an older log, does not have the key of what was given out since.
     */
    boolean concerns(SignedCheckpoint shown) {
        return isOwn(shown) || isAhead(shown.checkpoint());
    }

    private boolean isAhead(Checkpoint shown) {
        return shown.origin().equals(origin.value())
                && (shown.size() > last.size()
                        || (shown.size() == last.size() && !shown.root().equals(last.root())));
    }

    private boolean isOwn(SignedCheckpoint checkpoint) {
        try {
            ownPolicy.trust(checkpoint);
            return true;
        } catch (UntrustedException e) {
            return false;
        }
    }

    /**
     * Compares with what somebody shows who is asked what they have of this log. What does not {@linkplain #concerns
     * concern} it changes nothing: anybody can make such a checkpoint.
     *
     * @throws BrokenLogException if this log has signed it and does not hold it any longer, or if it is beyond what was
     *     signed here, by whomever
     */
    void compare(Remembered shown) {
        if (isOwn(shown.checkpoint())) {
            requireContains(shown);
        } else if (isAhead(shown.checkpoint().checkpoint())) {
            throw new BrokenLogException(String.format(
                    Locale.ROOT,
                    "%s has a checkpoint over %d events in the name of this log, with no signature of a key that is here; %d events are signed here. If an older keystore was put back, stop selling, and put back the newer keystore and the newer database; if that is no checkpoint of this log, take whoever shows it out of hotpotspot.audit.peers or hotpotspot.audit.witnesses: see \"When sealing stops\" in the operator's guide.",
                    shown.keeper(),
                    shown.checkpoint().checkpoint().size(),
                    last.size()));
        }
    }

    /**
     * Compares with what somebody else keeps of this log.
     *
     * @throws BrokenLogException if this log has not signed it, or does not hold it any longer
     */
    private void requireContains(Remembered kept) {
        if (!isOwn(kept.checkpoint())) {
            throw new BrokenLogException(
                    kept.keeper()
                            + " holds a checkpoint that no key of this log has signed: it is another log's, or was changed. Put the right one back.");
        }
        continuity.requireContains(last, kept);
    }

    /**
     * Looks whether what was signed last is still the end of what was signed.
     *
     * @throws BrokenLogException if the event log is shorter or other there
     * @throws OvertakenException if there is another high-water mark than was left there
     */
    void requireEnd() {
        continuity.requireEnd(last, lastLeaf, tree.size());
        if (marked.isPresent() && !mark.read().equals(marked)) {
            throw new OvertakenException(last.size());
        }
    }

    /**
     * Adds the leaves of the next events, and signs that.
     *
     * @param leaves at least one, from position {@link #size()} on without a gap
     * @throws OvertakenException if another process has signed in the meantime
     * @throws BrokenLogException if what was written does not follow from what was signed
     */
    Sealed seal(List<Leaf> leaves) {
        for (Leaf leaf : leaves) {
            if (leaf.position() != tree.size()) {
                throw new BrokenLogException(
                        "The event log has no event at position " + tree.size() + "." + Continuity.WHAT_TO_DO);
            }
            tree.append(leaf.hash());
        }
        requireEnd();
        Checkpoint next = new Checkpoint(origin.value(), tree.size(), tree.root());
        SignedCheckpoint signed = sign(next);
        trusted(signed, ownPolicy);
        Sealed latest = new Sealed(signed, clock.instant());
        transaction.executeWithoutResult(status -> {
            table.lock();
            requireLast();
            table.add(tree.takeGrown());
            requireConsistent(next);
            mark.keep(signed);
            table.add(latest);
        });
        last = next;
        lastLeaf = leaves.getLast().hash();
        marked = Optional.of(signed);
        return latest;
    }

    private void requireLast() {
        long size = table.latest().map(Sealed::size).orElse(0L);
        if (size != last.size()) {
            throw new OvertakenException(size);
        }
    }

    /** Reads what was just written. */
    private void requireConsistent(Checkpoint next) {
        MerkleTree written = new MerkleTree(next.size(), table.hashes(next.size()));
        if (!written.root().equals(next.root())
                || !written.consistencyProof(last.size()).proves(last.root(), next.root())) {
            throw new BrokenLogException("The tree over " + next.size() + " events does not continue the one over "
                    + last.size() + " that was signed. Put the schema audit back together with the log.");
        }
    }

    /** Until the log covers the event that tells of the current key, the one before signs, too. */
    private SignedCheckpoint sign(Checkpoint next) {
        boolean currentAlone = signers.size() == 1 || last.size() > bothUntil;
        List<NoteSignature> signatures = signers.stream()
                .limit(currentAlone ? 1 : 2)
                .map(signer -> signer.sign(next.text()))
                .toList();
        return SignedCheckpoint.of(new SignedNote(next.text(), signatures));
    }

    /** Another process has signed a checkpoint first; nothing is wrong. */
    static final class OvertakenException extends RuntimeException {

        private static final long serialVersionUID = 1;

        OvertakenException(long size) {
            super(String.format(Locale.ROOT, "another process has sealed %d events already", size));
        }
    }
}
