package com.hotpotspot.query.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.query.audit.TreeTable.Sealed;
import com.hotpotspot.query.witness.ChosenWitness;
import com.hotpotspot.query.witness.CurrentWitnesses;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.merkle.ConsistencyProof;
import com.hotpotspot.tlog.merkle.MerkleTree;
import com.hotpotspot.tlog.note.VerifierKey;
import com.hotpotspot.tlog.proof.TlogProof;
import com.hotpotspot.tlog.tile.BundleCoordinates;
import com.hotpotspot.tlog.tile.EntryBundle;
import com.hotpotspot.tlog.tile.Tile;
import com.hotpotspot.tlog.tile.TileCoordinates;
import com.hotpotspot.tlog.tile.TileHashReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The audit log as the world sees it: up to the last published checkpoint and no further. While nodes witness the log,
 * that is the last one that enough of them have signed; if none of late is, the last one all the same, and whoever
 * looks at it sees whose signatures are missing.
 */
class PublishedTree {

    /** At one a second the witnesses may be away for half a minute before it goes on without them. */
    private static final int WAITING_FOR_WITNESSES = 30;

    /** Some 16 KB each. Full tiles never change. */
    private static final int KEPT_TILES = 2_000;

    private final TreeTable table;
    private final EventLog log;
    private final Supplier<CurrentWitnesses> witnesses;
    private final Cache<TileCoordinates, Tile> fullTiles =
            Caffeine.newBuilder().maximumSize(KEPT_TILES).build();

    PublishedTree(TreeTable table, EventLog log, Supplier<CurrentWitnesses> witnesses) {
        this.table = table;
        this.log = log;
        this.witnesses = witnesses;
    }

    /** With all signatures; empty before the first. */
    Optional<Sealed> latest() {
        return published()
                .map(latest ->
                        new Sealed(latest.checkpoint().with(table.cosignatures(latest.size())), latest.signedAt()));
    }

    private Optional<Sealed> published() {
        CurrentWitnesses current = witnesses.get();
        if (current.quorum() == 0) {
            return table.latest();
        }
        List<VerifierKey> nodes = current.witnesses().stream()
                .filter(witness -> !witness.isOutside())
                .map(ChosenWitness::key)
                .toList();
        return table.latestCosigned(nodes, current.quorum(), WAITING_FOR_WITNESSES)
                .or(table::latest);
    }

    /** The checkpoint with all signatures; empty before the first. */
    Optional<SignedCheckpoint> checkpoint() {
        return latest().map(Sealed::checkpoint);
    }

    /** How many events are covered. */
    long size() {
        return published().map(Sealed::size).orElse(0L);
    }

    /** Empty if the tree has not all of that tile yet. */
    Optional<Tile> tile(TileCoordinates wanted) {
        return isThere(wanted) ? Optional.of(kept(wanted)) : Optional.empty();
    }

    /** What is signed is there, whether all witnesses have signed it or not: they need the proofs before that. */
    private boolean isThere(TileCoordinates wanted) {
        return wanted.isIn(sealedSize());
    }

    private Tile kept(TileCoordinates wanted) {
        return wanted.isFull() ? fullTiles.get(wanted, table::tile) : table.tile(wanted);
    }

    /** Empty if the log has not all of these entries yet. */
    Optional<EntryBundle> bundle(BundleCoordinates wanted) {
        if (!isThere(new TileCoordinates(0, wanted.index(), wanted.width()))) {
            return Optional.empty();
        }
        List<byte[]> entries = new ArrayList<>();
        log.forEach(
                wanted.start(),
                wanted.width(),
                event -> entries.add(LogEntry.of(event).bytes()));
        return entries.size() < wanted.width() ? Optional.empty() : Optional.of(new EntryBundle(entries));
    }

    /** Empty if no checkpoint covers the position yet. */
    Optional<TlogProof> proof(long position) {
        return checkpoint()
                .filter(signed -> position < signed.checkpoint().size())
                .map(signed -> new TlogProof(at(signed.checkpoint().size()).inclusionProof(position), signed));
    }

    /** Empty if the log has not had that size yet. */
    Optional<ConsistencyProof> consistency(long earlierSize, long size) {
        return size > sealedSize() ? Optional.empty() : Optional.of(at(size).consistencyProof(earlierSize));
    }

    private long sealedSize() {
        return table.latest().map(Sealed::size).orElse(0L);
    }

    /** The tree as it was at a size, for one answer, in which each tile is read once. */
    MerkleTree at(long size) {
        Map<TileCoordinates, Tile> read = new HashMap<>();
        return new MerkleTree(
                size, new TileHashReader(size, coordinates -> read.computeIfAbsent(coordinates, this::kept)));
    }
}
