package com.hotpotspot.tlog.merkle;

/** Where the hashes of a tree are kept. Only complete subtrees are asked for. */
@FunctionalInterface
public interface HashReader {

    /**
     * The root of the complete subtree over the leaves from {@code index}·2^level up to, not including,
     * ({@code index}+1)·2^level. Level 0 is the leaves' own hashes.
     */
    Hash read(int level, long index);
}
