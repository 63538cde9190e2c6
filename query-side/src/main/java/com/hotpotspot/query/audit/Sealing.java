package com.hotpotspot.query.audit;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.query.audit.TreeTable.AdoptedKey;
import com.hotpotspot.query.audit.TreeTable.Sealed;
import com.hotpotspot.verifier.checkpoint.Checkpoint;
import com.hotpotspot.verifier.checkpoint.SignedCheckpoint;
import com.hotpotspot.verifier.checkpoint.TlogPolicy;
import com.hotpotspot.verifier.checkpoint.UntrustedException;
import com.hotpotspot.verifier.format.FormatException;
import com.hotpotspot.verifier.merkle.Hash;
import com.hotpotspot.verifier.merkle.MerkleTree;
import com.hotpotspot.verifier.note.KeyName;
import com.hotpotspot.verifier.note.NoteSignature;
import com.hotpotspot.verifier.note.NoteSigner;
import com.hotpotspot.verifier.note.SignedNote;
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
    private final GrowingTree tree;
    private Checkpoint last;

    private Sealing(
            TreeTable table,
            TransactionOperations transaction,
            InstantSource clock,
            KeyName origin,
            List<NoteSigner> signers,
            long bothUntil,
            TlogPolicy ownPolicy,
            GrowingTree tree,
            Checkpoint last) {
        this.table = table;
        this.transaction = transaction;
        this.clock = clock;
        this.origin = origin;
        this.signers = signers;
        this.bothUntil = bothUntil;
        this.ownPolicy = ownPolicy;
        this.tree = tree;
        this.last = last;
    }

    /**
     * Takes up where the last checkpoint is.
     *
     * @throws BrokenLogException if that checkpoint is not by a key of this log, if the tree that was kept has not its
     *     root, or if the event log is shorter than it
     */
    static Sealing resume(
            TreeTable table,
            TransactionOperations transaction,
            InstantSource clock,
            KeyName origin,
            LogKeys keys,
            EventLog log) {
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
        requireAllOf(last, log);
        return new Sealing(
                table, transaction, clock, origin, signers, newest.position(), ownPolicy, keptTree(table, last), last);
    }

    private static NoteSigner signerOf(AdoptedKey key, LogKeys keys) {
        NoteSigner signer = keys.signer(key.version());
        if (!signer.verifierKey().equals(key.verifierKey())) {
            throw new BrokenLogException(String.format(
                    Locale.ROOT,
                    "The keystore's audit key, version %d, is not the one that this log signs with, or the network had another name then. The log's key is %s.",
                    key.version(),
                    key.verifierKey()));
        }
        return signer;
    }

    private static Checkpoint trusted(SignedCheckpoint checkpoint, TlogPolicy policy) {
        try {
            return policy.trust(checkpoint).checkpoint();
        } catch (UntrustedException e) {
            throw new BrokenLogException("The last checkpoint is not by this log: %s.".formatted(e.getMessage()), e);
        }
    }

    private static void requireAllOf(Checkpoint last, EventLog log) {
        long head = log.head();
        if (head + 1 < last.size()) {
            throw new BrokenLogException(String.format(
                    Locale.ROOT,
                    "The event log ends before position %d, but a checkpoint over %d events was signed: its last %d events are missing.",
                    head + 1,
                    last.size(),
                    last.size() - head - 1));
        }
    }

    private static GrowingTree keptTree(TreeTable table, Checkpoint last) {
        try {
            GrowingTree tree = GrowingTree.resumedAt(last.size(), table.hashes(last.size()));
            if (tree.root().equals(last.root())) {
                return tree;
            }
        } catch (FormatException e) {
            throw new BrokenLogException("The tree of the audit log is damaged: %s.".formatted(e.getMessage()), e);
        }
        throw new BrokenLogException(String.format(
                Locale.ROOT,
                "The tree of the audit log over %d events has another root than was signed.",
                last.size()));
    }

    /** How many events are sealed. */
    long size() {
        return last.size();
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
                        String.format(Locale.ROOT, "The event log has no event at position %d.", tree.size()));
            }
            tree.append(leaf.hash());
        }
        Checkpoint next = new Checkpoint(origin.value(), tree.size(), tree.root());
        SignedCheckpoint signed = sign(next);
        trusted(signed, ownPolicy);
        Sealed latest = new Sealed(signed, clock.instant());
        transaction.executeWithoutResult(status -> {
            table.lock();
            requireLast();
            table.add(tree.takeGrown());
            requireConsistent(next);
            table.add(latest);
        });
        last = next;
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
            throw new BrokenLogException(String.format(
                    Locale.ROOT,
                    "The tree over %d events does not continue the one over %d that was signed.",
                    next.size(),
                    last.size()));
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
