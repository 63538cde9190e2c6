package com.hotpotspot.tlog.merkle;

import com.hotpotspot.tlog.format.FormatException;
import java.util.ArrayList;
import java.util.List;

/**
 * A tree that grows, reduced to the roots of its complete subtrees: at most 63 hashes, from which each later root
 * follows. Not safe for several threads at once.
 */
public final class CompactRange {

    private final List<Hash> subtrees;
    private long size;

    private CompactRange(long size, List<Hash> subtrees) {
        this.size = size;
        this.subtrees = new ArrayList<>(subtrees);
    }

    /** A tree without leaves. */
    public static CompactRange empty() {
        return new CompactRange(0, List.of());
    }

    /**
     * A tree that was left off at {@code size}.
     *
     * @param subtrees as {@link #subtrees()} told them then
     * @throws FormatException if a tree of that size has another number of complete subtrees
     */
    public static CompactRange resumedAt(long size, List<Hash> subtrees) {
        FormatException.unless(
                size >= 0 && Long.bitCount(size) == subtrees.size(),
                "a tree has one complete subtree for each bit that is set in its size");
        return new CompactRange(size, subtrees);
    }

    /** Adds one leaf at the right. */
    public void append(Hash leaf) {
        Hash subtree = leaf;
        for (long bits = size; (bits & 1) == 1; bits >>>= 1) {
            subtree = Hash.ofNode(subtrees.removeLast(), subtree);
        }
        subtrees.add(subtree);
        size = Math.addExact(size, 1);
    }

    /** How many leaves there are. */
    public long size() {
        return size;
    }

    /** The root of the tree as it is now: MTH(D[size]). */
    public Hash root() {
        return fold(subtrees);
    }

    /** The roots of the complete subtrees, the largest and leftmost first. */
    public List<Hash> subtrees() {
        return List.copyOf(subtrees);
    }

    /** The root over complete subtrees that get smaller from left to right. */
    static Hash fold(List<Hash> subtrees) {
        if (subtrees.isEmpty()) {
            return Hash.EMPTY_TREE;
        }
        Hash root = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = Hash.ofNode(subtrees.get(i), root);
        }
        return root;
    }
}
