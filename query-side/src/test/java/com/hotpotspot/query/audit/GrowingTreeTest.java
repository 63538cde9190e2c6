package com.hotpotspot.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.hotpotspot.tlog.merkle.CompactRange;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.merkle.MerkleTree;
import com.hotpotspot.tlog.tile.Tile;
import com.hotpotspot.tlog.tile.TileCoordinates;
import com.hotpotspot.tlog.tile.TileHashReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GrowingTreeTest {

    @Property(tries = 50)
    void itsSegmentsMakeUpTheTilesOfTheSameTreeHoweverItGrewAndWasLeftOff(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 700) Integer> steps) {
        Kept kept = new Kept();
        CompactRange expected = CompactRange.empty();

        for (int step : steps) {
            GrowingTree tree = GrowingTree.resumedAt(expected.size(), kept.hashes(expected.size()));
            for (int i = 0; i < step; i++) {
                Hash leaf = leaf(expected.size());
                tree.append(leaf);
                expected.append(leaf);
            }
            tree.takeGrown().forEach(kept::add);

            assertThat(tree.root()).isEqualTo(expected.root());
            assertThat(new MerkleTree(tree.size(), kept.hashes(tree.size())).root())
                    .isEqualTo(expected.root());
        }
    }

    @Test
    void aSegmentNeverReachesIntoTheNextTile() {
        GrowingTree tree = GrowingTree.resumedAt(0, (level, index) -> Hash.EMPTY_TREE);
        for (int i = 0; i < 600; i++) {
            tree.append(leaf(i));
        }

        assertThat(tree.takeGrown())
                .extracting(
                        Segment::level,
                        Segment::first,
                        segment -> segment.hashes().size())
                .containsExactly(tuple(0, 0L, 256), tuple(0, 256L, 256), tuple(0, 512L, 88), tuple(1, 0L, 2));
        assertThat(tree.takeGrown()).isEmpty();
    }

    private static Hash leaf(long index) {
        return Hash.ofLeaf(Long.toString(index).getBytes(StandardCharsets.US_ASCII));
    }

    /** What a table would keep. */
    private static final class Kept {

        private final Map<Integer, List<Hash>> levels = new HashMap<>();

        void add(Segment segment) {
            List<Hash> level = levels.computeIfAbsent(segment.level(), key -> new ArrayList<>());
            assertThat(segment.first()).isEqualTo(level.size());
            level.addAll(segment.hashes());
        }

        TileHashReader hashes(long size) {
            return new TileHashReader(size, this::tile);
        }

        private Tile tile(TileCoordinates coordinates) {
            int first = Math.toIntExact(coordinates.index() * Tile.FULL);
            return new Tile(
                    levels.getOrDefault(coordinates.level(), List.of()).subList(first, first + coordinates.width()));
        }
    }
}
