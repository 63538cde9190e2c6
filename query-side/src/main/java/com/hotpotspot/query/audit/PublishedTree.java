package com.hotpotspot.query.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.query.audit.TreeTable.Sealed;
import com.hotpotspot.verifier.checkpoint.SignedCheckpoint;
import com.hotpotspot.verifier.merkle.ConsistencyProof;
import com.hotpotspot.verifier.merkle.MerkleTree;
import com.hotpotspot.verifier.proof.TlogProof;
import com.hotpotspot.verifier.tile.BundleCoordinates;
import com.hotpotspot.verifier.tile.EntryBundle;
import com.hotpotspot.verifier.tile.Tile;
import com.hotpotspot.verifier.tile.TileCoordinates;
import com.hotpotspot.verifier.tile.TileHashReader;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The audit log as the world sees it: up to the last published checkpoint and no further. */
@Component
class PublishedTree {

    /** Some 16 KB each. Full tiles never change. */
    private static final int KEPT_TILES = 2_000;

    private static final int TILE_HEIGHT = Integer.numberOfTrailingZeros(Tile.FULL);

    private final TreeTable table;
    private final EventLog log;
    private final Cache<TileCoordinates, Tile> fullTiles =
            Caffeine.newBuilder().maximumSize(KEPT_TILES).build();

    PublishedTree(TreeTable table, EventLog log) {
        this.table = table;
        this.log = log;
    }

    /** Empty before the first. */
    Optional<Sealed> latest() {
        return table.latest()
                .map(latest ->
                        new Sealed(latest.checkpoint().with(table.cosignatures(latest.size())), latest.signedAt()));
    }

    /** The checkpoint with all signatures; empty before the first. */
    Optional<SignedCheckpoint> checkpoint() {
        return latest().map(Sealed::checkpoint);
    }

    /** How many events are covered. */
    long size() {
        return table.latest().map(Sealed::size).orElse(0L);
    }

    /** Empty if the tree has not all of that tile yet. */
    Optional<Tile> tile(TileCoordinates wanted) {
        return isThere(wanted) ? Optional.of(kept(wanted)) : Optional.empty();
    }

    private boolean isThere(TileCoordinates wanted) {
        long size = size();
        long has = wanted.level() < Long.SIZE / TILE_HEIGHT ? size >>> (TILE_HEIGHT * wanted.level()) : 0;
        return wanted.index() <= has / Tile.FULL && has - wanted.index() * Tile.FULL >= wanted.width();
    }

    private Tile kept(TileCoordinates wanted) {
        return wanted.isFull() ? fullTiles.get(wanted, table::tile) : table.tile(wanted);
    }

    /** Empty if the log has not all of these entries yet. */
    Optional<EntryBundle> bundle(BundleCoordinates wanted) {
        if (!isThere(new TileCoordinates(0, wanted.index(), wanted.width()))) {
            return Optional.empty();
        }
        List<StoredEvent> events = log.read(wanted.start(), wanted.width()).events();
        return events.size() < wanted.width()
                ? Optional.empty()
                : Optional.of(new EntryBundle(
                        events.stream().map(event -> LogEntry.of(event).bytes()).toList()));
    }

    /** Empty if no checkpoint covers the position yet. */
    Optional<TlogProof> proof(long position) {
        return checkpoint()
                .filter(signed -> position < signed.checkpoint().size())
                .map(signed -> new TlogProof(tree(signed.checkpoint().size()).inclusionProof(position), signed));
    }

    /** Empty if the log has not had that size yet. */
    Optional<ConsistencyProof> consistency(long earlierSize, long size) {
        return size > size() ? Optional.empty() : Optional.of(tree(size).consistencyProof(earlierSize));
    }

    private MerkleTree tree(long size) {
        return new MerkleTree(size, new TileHashReader(size, this::kept));
    }
}
