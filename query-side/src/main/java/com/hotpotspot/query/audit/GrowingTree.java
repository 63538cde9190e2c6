package com.hotpotspot.query.audit;

import com.hotpotspot.tlog.merkle.CompactRange;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.merkle.HashReader;
import com.hotpotspot.tlog.tile.Tile;
import com.hotpotspot.tlog.tile.TileCoordinates;
import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of the tree, from which it grows: the hashes of the tiles that are not full yet, at most 255 a level.
 * Not safe for several threads at once.
 */
final class GrowingTree {

    private final CompactRange range;
    private final List<List<Hash>> edge = new ArrayList<>();
    private final List<List<Hash>> fresh = new ArrayList<>();
    private final List<Segment> grown = new ArrayList<>();

    private GrowingTree(CompactRange range) {
        this.range = range;
    }

    /** A tree that was left off at {@code size}, out of the hashes that were kept of it. */
    static GrowingTree resumedAt(long size, HashReader hashes) {
        GrowingTree tree = new GrowingTree(rangeAt(size, hashes));
        for (int level = 0; size >>> (TileCoordinates.HEIGHT * level) > 0; level++) {
            long has = size >>> (TileCoordinates.HEIGHT * level);
            List<Hash> tile = tree.level(tree.edge, level);
            for (long index = has - has % Tile.FULL; index < has; index++) {
                tile.add(hashes.read(TileCoordinates.HEIGHT * level, index));
            }
        }
        return tree;
    }

    /** No more of that tree than its root is made of. */
    static CompactRange rangeAt(long size, HashReader hashes) {
        return CompactRange.resumedAt(size, subtrees(size, hashes));
    }

    private static List<Hash> subtrees(long size, HashReader hashes) {
        List<Hash> subtrees = new ArrayList<>();
        long start = 0;
        for (long bits = size; bits != 0; bits -= Long.highestOneBit(bits)) {
            int level = Long.numberOfTrailingZeros(Long.highestOneBit(bits));
            subtrees.add(hashes.read(level, start >>> level));
            start += Long.highestOneBit(bits);
        }
        return subtrees;
    }

    /** How many leaves there are. */
    long size() {
        return range.size();
    }

    Hash root() {
        return range.root();
    }

    void append(Hash leaf) {
        add(0, range.size(), leaf);
        range.append(leaf);
    }

    /** All that has come to be since the last call. */
    List<Segment> takeGrown() {
        for (int level = 0; level < fresh.size(); level++) {
            close(level, (range.size() >>> (TileCoordinates.HEIGHT * level)) - 1);
        }
        List<Segment> taken = List.copyOf(grown);
        grown.clear();
        return taken;
    }

    private void add(int level, long index, Hash hash) {
        List<Hash> tile = level(edge, level);
        tile.add(hash);
        level(fresh, level).add(hash);
        if (tile.size() == Tile.FULL) {
            Hash root = new Tile(tile).root();
            tile.clear();
            close(level, index);
            add(level + 1, index / Tile.FULL, root);
        }
    }

    /** Ends a segment, of which the last hash has that index. */
    private void close(int level, long last) {
        List<Hash> hashes = level(fresh, level);
        if (!hashes.isEmpty()) {
            grown.add(new Segment(level, last - hashes.size() + 1, hashes));
            hashes.clear();
        }
    }

    private List<Hash> level(List<List<Hash>> levels, int level) {
        while (levels.size() <= level) {
            levels.add(new ArrayList<>());
        }
        return levels.get(level);
    }
}
