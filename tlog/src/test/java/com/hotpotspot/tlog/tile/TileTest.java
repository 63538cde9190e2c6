package com.hotpotspot.tlog.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.merkle.HashesInMemory;
import com.hotpotspot.tlog.merkle.MerkleTree;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class TileTest {

    private static final int LARGEST = 70_000;
    private static final List<Hash> LEAVES = IntStream.range(0, LARGEST)
            .mapToObj(n -> Hash.ofLeaf(ByteBuffer.allocate(4).putInt(n).array()))
            .toList();
    private static final HashesInMemory HASHES = new HashesInMemory(LEAVES);

    @Example
    void index1234067IsWrittenInGroupsOfThreeDigits() {
        assertThat(new TileCoordinates(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new TileCoordinates(1, 5, 17).path()).isEqualTo("tile/1/005.p/17");
        assertThat(new BundleCoordinates(1_000, 1).path()).isEqualTo("tile/entries/x001/000.p/1");
    }

    @Property
    void aPathReadsBackAsItWasWritten(
            @ForAll @IntRange(max = 63) int level,
            @ForAll @LongRange(min = 0) long index,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        TileCoordinates tile = new TileCoordinates(level, index, width);
        BundleCoordinates bundle = new BundleCoordinates(index / Tile.FULL, width);

        assertThat(TileCoordinates.parse(tile.path())).isEqualTo(tile);
        assertThat(BundleCoordinates.parse(bundle.path())).isEqualTo(bundle);
    }

    @Example
    void aPathHasOneFormOnly() {
        for (String malformed : List.of(
                "",
                "tile/0",
                "tile/0/",
                "tile/00/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/0/0",
                "tile/0/0000",
                "tile/0/x000/000",
                "tile/0/x001",
                "tile/0/001/000",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p",
                "/tile/0/000",
                "tile/0/000/",
                "tile/0/x999/x999/x999/x999/x999/x999/999",
                "tile/entries/000")) {
            assertThatExceptionOfType(FormatException.class)
                    .as(malformed)
                    .isThrownBy(() -> TileCoordinates.parse(malformed));
        }
        assertThatExceptionOfType(FormatException.class).isThrownBy(() -> BundleCoordinates.parse("tile/0/000"));
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> BundleCoordinates.parse("tile/entries/x009/x223/x372/x036/x854/x775/807"));
    }

    @Property(tries = 2_000)
    void whateverIsReadIsAPathOrRefused(@ForAll("almostPaths") String path) {
        try {
            assertThat(TileCoordinates.parse(path).path()).isEqualTo(path);
        } catch (FormatException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        try {
            assertThat(BundleCoordinates.parse(path).path()).isEqualTo(path);
        } catch (FormatException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Example
    void aTreeOf70000HasTheTilesOfTheSpecification() {
        List<TileCoordinates> tiles = TileCoordinates.grown(0, 70_000);

        assertThat(tiles.stream().filter(tile -> tile.level() == 0 && tile.isFull()))
                .hasSize(273);
        assertThat(tiles.subList(273, tiles.size()))
                .containsExactly(
                        new TileCoordinates(0, 273, 112),
                        new TileCoordinates(1, 0, 256),
                        new TileCoordinates(1, 1, 17),
                        new TileCoordinates(2, 0, 1));
        assertThat(TileCoordinates.grown(0, 256))
                .containsExactly(new TileCoordinates(0, 0, 256), new TileCoordinates(1, 0, 1));
    }

    @Property
    void theWidthOfTheLastTileIsThatOfTheSpecification(
            @ForAll @LongRange(min = 1) long size, @ForAll @IntRange(max = 7) int level) {
        long hashes = size >>> (8 * level);
        int partial = (int) (hashes % 256);

        if (partial == 0) {
            assertThatExceptionOfType(FormatException.class)
                    .isThrownBy(() -> TileCoordinates.in(size, level, hashes / 256));
        } else {
            assertThat(TileCoordinates.in(size, level, hashes / 256).width()).isEqualTo(partial);
        }
    }

    @Property(tries = 5_000)
    void noSizeHasATileBeyondItsEnd(
            @ForAll @LongRange(min = 0) long size,
            @ForAll @IntRange(min = -1, max = 70) int level,
            @ForAll long index) {
        try {
            TileCoordinates tile = TileCoordinates.in(size, level, index);
            assertThat(tile.index() * 256).isBetween(0L, (size >>> (8 * level)) - 1);
        } catch (FormatException e) {
            assertThat(e).hasMessage("a tree of that size has no such tile");
        }
    }

    @Property(tries = 50)
    void whatGrewIsWhatTheLargerTreeHasAndTheSmallerHadNot(
            @ForAll @IntRange(max = LARGEST) int one, @ForAll @IntRange(max = LARGEST) int two) {
        int earlier = Math.min(one, two);
        int size = Math.max(one, two);
        List<TileCoordinates> had = TileCoordinates.grown(0, earlier);
        List<TileCoordinates> expected = TileCoordinates.grown(0, size).stream()
                .filter(tile -> !had.contains(tile))
                .toList();

        assertThat(TileCoordinates.grown(earlier, size)).isEqualTo(expected);
    }

    @Property(tries = 12)
    void treesGrowTileByTileAndProofsAreMadeOutOfTiles(
            @ForAll("growth") List<Integer> sizes, @ForAll @IntRange(min = 0) int any) {
        Map<String, byte[]> served = new HashMap<>();
        long size = 0;
        for (int grown : sizes.stream().sorted().toList()) {
            long before = size;
            size = grown;
            for (TileCoordinates tile : TileCoordinates.grown(before, size)) {
                served.put(tile.path(), tileOutOf(served, tile, size).bytes());
            }
        }
        MerkleTree tree = new MerkleTree(
                size,
                new TileHashReader(
                        size, tile -> Tile.read(served.getOrDefault(tile.path(), new byte[0]), tile.width())));

        assertThat(tree.root()).isEqualTo(new MerkleTree(size, HASHES).root());
        assertThat(tree.inclusionProof(any % size)).isEqualTo(new MerkleTree(size, HASHES).inclusionProof(any % size));
        assertThat(tree.consistencyProof(any % size))
                .isEqualTo(new MerkleTree(size, HASHES).consistencyProof(any % size));
    }

    private static Tile tileOutOf(Map<String, byte[]> served, TileCoordinates tile, long size) {
        int start = Math.toIntExact(tile.index() * Tile.FULL);
        return new Tile(IntStream.range(start, start + tile.width())
                .mapToObj(n -> tile.level() == 0
                        ? LEAVES.get(n)
                        : Tile.read(
                                        served.getOrDefault(
                                                TileCoordinates.in(size, tile.level() - 1, n)
                                                        .path(),
                                                new byte[0]),
                                        Tile.FULL)
                                .root())
                .toList());
    }

    @Example
    void aFullTileIs8192BytesAndAPartialOneHasNoRoot() {
        Tile full = new Tile(LEAVES.subList(0, 256));
        Tile partial = new Tile(LEAVES.subList(0, 255));

        assertThat(full.bytes()).hasSize(8_192);
        assertThat(full.root()).isEqualTo(HASHES.read(8, 0));
        assertThat(partial.subtree(7, 0)).isEqualTo(HASHES.read(7, 0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(partial::root);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> partial.subtree(0, 255));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> full.subtree(9, 0));
        assertThatExceptionOfType(FormatException.class).isThrownBy(() -> Tile.read(full.bytes(), 255));
        assertThatExceptionOfType(FormatException.class).isThrownBy(() -> Tile.read(new byte[0], 0));
    }

    @Property(tries = 300)
    void anEntryBundleReadsBackAsItWasWritten(@ForAll @Size(min = 1, max = 256) List<byte[]> entries) {
        EntryBundle bundle = new EntryBundle(entries);
        EntryBundle read = EntryBundle.read(bundle.bytes(), entries.size());

        assertThat(read.bytes()).isEqualTo(bundle.bytes());
        assertThat(read.entries()).usingElementComparator(Arrays::compare).isEqualTo(entries);
        assertThat(read.leaves().hashes())
                .isEqualTo(entries.stream().map(Hash::ofLeaf).toList());
    }

    @Property(tries = 2_000)
    void whateverIsReadIsAnEntryBundleOrRefused(@ForAll byte[] bytes, @ForAll @IntRange(max = 257) int width) {
        try {
            assertThat(EntryBundle.read(bytes, width).bytes()).isEqualTo(bytes);
        } catch (FormatException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Example
    void anEntryHasA16BitBigEndianLengthBeforeIt() {
        byte[] longest = new byte[EntryBundle.LONGEST_ENTRY];

        assertThat(new EntryBundle(List.of(new byte[] {7}, new byte[258])).bytes())
                .startsWith(0, 1, 7, 1, 2)
                .hasSize(3 + 260);
        assertThat(EntryBundle.read(new EntryBundle(List.of(longest)).bytes(), 1)
                        .entries())
                .first()
                .isEqualTo(longest);
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> new EntryBundle(List.of(new byte[EntryBundle.LONGEST_ENTRY + 1])));
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> new EntryBundle(Collections.nCopies(257, new byte[1])));
    }

    @Provide
    Arbitrary<List<Integer>> growth() {
        return Arbitraries.integers().between(1, LARGEST).list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> almostPaths() {
        return Arbitraries.of(
                        "tile/", "entries/", "0/", "1/", "x001/", "x000/", "067", "000", ".p/", "17", "256", "x", "/")
                .list()
                .ofMaxSize(8)
                .map(pieces -> String.join("", pieces));
    }
}
