package com.hotpotspot.tlog.merkle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * The tree at one size, for making proofs (RFC 6962, sections 2.1.1 and 2.1.2). It reads some 2·log2(size) hashes for
 * each.
 */
public final class MerkleTree {

    private final long size;
    private final HashReader hashes;

    /** @throws IllegalArgumentException if {@code size} is negative */
    public MerkleTree(long size, HashReader hashes) {
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no negative size");
        }
        this.size = size;
        this.hashes = Objects.requireNonNull(hashes);
    }

    /** MTH(D[size]). */
    public Hash root() {
        return root(0, size);
    }

    /**
     * PATH(index, D[size]).
     *
     * @throws IndexOutOfBoundsException if there is no such leaf
     */
    public InclusionProof inclusionProof(long index) {
        Objects.checkIndex(index, size);
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long split = from + leftWidth(to - from);
            if (index < split) {
                path.add(root(split, to));
                to = split;
            } else {
                path.add(root(from, split));
                from = split;
            }
        }
        Collections.reverse(path);
        return new InclusionProof(index, size, path);
    }

    /**
     * PROOF(earlierSize, D[size]); empty if {@code earlierSize} is 0 or the tree's own size.
     *
     * @throws IndexOutOfBoundsException if the tree never had that size
     */
    public ConsistencyProof consistencyProof(long earlierSize) {
        Objects.checkFromToIndex(0, earlierSize, size);
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (earlierSize != 0 && earlierSize != to) {
            long split = from + leftWidth(to - from);
            if (earlierSize <= split) {
                path.add(root(split, to));
                to = split;
            } else {
                path.add(root(from, split));
                from = split;
            }
        }
        // The subtree in which both trees are the same is known to who checks, if it is the whole earlier tree.
        if (from != 0) {
            path.add(root(from, to));
        }
        Collections.reverse(path);
        return new ConsistencyProof(earlierSize, size, path);
    }

    /** MTH(D[from:to]), where {@code from} is a multiple of a power of two not below the width. */
    private Hash root(long from, long to) {
        List<Hash> subtrees = new ArrayList<>();
        for (long start = from; start < to; ) {
            long width = Long.highestOneBit(to - start);
            int level = Long.numberOfTrailingZeros(width);
            subtrees.add(hashes.read(level, start >>> level));
            start += width;
        }
        return CompactRange.fold(subtrees);
    }

    /** The largest power of two below {@code width}. */
    private static long leftWidth(long width) {
        return Long.highestOneBit(width - 1);
    }
}
