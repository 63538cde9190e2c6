package com.hotpotspot.query.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.hotpotspot.limits.TooMuchUnderWayException;
import com.hotpotspot.query.web.Gzip;
import com.hotpotspot.tlog.tile.BundleCoordinates;
import com.hotpotspot.tlog.tile.Tile;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;

/**
 * Bundles of entries as they are sent. Everybody may ask for all of them, so that those which never change any more are
 * packed once and kept, and the rest is made for a few at a time.
 */
final class PackedBundles {

    private static final int MOST_BYTES_KEPT = 32 * 1024 * 1024;
    /** Of what is kept beside the bytes. */
    private static final int BYTES_BESIDE = 128;

    private static final int MADE_AT_ONCE = 2;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final PublishedTree tree;
    private final Semaphore turns = new Semaphore(MADE_AT_ONCE, true);
    private final Cache<BundleCoordinates, byte[]> full = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES_KEPT)
            .<BundleCoordinates, byte[]>weigher((bundle, bytes) -> bytes.length + BYTES_BESIDE)
            .build();

    PackedBundles(PublishedTree tree) {
        this.tree = tree;
    }

    /**
     * In gzip; empty if the log has not all of these entries yet.
     *
     * @throws TooMuchUnderWayException if so many are asked for that this one could not be made
     */
    Optional<byte[]> packed(BundleCoordinates wanted) {
        byte[] kept = full.getIfPresent(wanted);
        return kept == null ? inTurn(wanted) : Optional.of(kept);
    }

    private Optional<byte[]> inTurn(BundleCoordinates wanted) {
        try {
            if (!turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw TooMuchUnderWayException.ofAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while others read the log", e);
        }
        try {
            byte[] meanwhile = full.getIfPresent(wanted);
            return meanwhile == null ? made(wanted) : Optional.of(meanwhile);
        } finally {
            turns.release();
        }
    }

    private Optional<byte[]> made(BundleCoordinates wanted) {
        Optional<byte[]> packed =
                tree.bundle(wanted).map(bundle -> Gzip.pack(bundle.bytes(), Deflater.DEFAULT_COMPRESSION));
        if (wanted.width() == Tile.FULL) {
            packed.ifPresent(bytes -> full.put(wanted, bytes));
        }
        return packed;
    }
}
