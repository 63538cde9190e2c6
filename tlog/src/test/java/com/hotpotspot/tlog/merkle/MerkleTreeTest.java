package com.hotpotspot.tlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hotpotspot.tlog.format.FormatException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class MerkleTreeTest {

    private static final int LARGEST = 300;
    private static final List<byte[]> ENTRIES = LongStream.range(0, LARGEST)
            .mapToObj(n -> ByteBuffer.allocate(Long.BYTES).putLong(n).array())
            .toList();
    private static final List<Hash> LEAVES = ENTRIES.stream().map(Hash::ofLeaf).toList();
    private static final HashReader HASHES = new HashesInMemory(LEAVES);

    @Property
    void theRootIsThatOfTheRfc(@ForAll @IntRange(max = LARGEST) int size) {
        Hash expected = ReferenceTree.mth(ENTRIES.subList(0, size));

        assertThat(new MerkleTree(size, HASHES).root()).isEqualTo(expected);
        assertThat(rangeOf(size).root()).isEqualTo(expected);
    }

    @Property
    void aRangeLeftOffGrowsOnAsIfNothingHadHappened(
            @ForAll @IntRange(max = LARGEST) int size, @ForAll @IntRange(max = LARGEST) int leftOff) {
        int stop = Math.min(size, leftOff);
        CompactRange resumed = CompactRange.resumedAt(stop, rangeOf(stop).subtrees());
        LEAVES.subList(stop, size).forEach(resumed::append);

        assertThat(resumed.root()).isEqualTo(rangeOf(size).root());
        assertThat(resumed.subtrees()).isEqualTo(rangeOf(size).subtrees());
    }

    @Property
    void aRangeIsResumedOnlyWithAsManySubtreesAsItsSizeHas(@ForAll @LongRange(min = 0) long size) {
        List<Hash> oneTooMany = Collections.nCopies(Long.bitCount(size) + 1, Hash.EMPTY_TREE);

        assertThatExceptionOfType(FormatException.class).isThrownBy(() -> CompactRange.resumedAt(size, oneTooMany));
    }

    @Property
    void inclusionProofsAreThoseOfTheRfcAndProve(@ForAll @IntRange(min = 1, max = LARGEST) int size, @ForAll int any) {
        int index = Math.floorMod(any, size);
        InclusionProof proof = new MerkleTree(size, HASHES).inclusionProof(index);

        assertThat(proof.path()).isEqualTo(ReferenceTree.path(index, ENTRIES.subList(0, size)));
        assertThat(proof.proves(LEAVES.get(index), rangeOf(size).root())).isTrue();
    }

    @Property
    void aLeafIsProvedAtNoOtherIndexAndInNoOtherTree(
            @ForAll @IntRange(min = 2, max = LARGEST) int size,
            @ForAll int any,
            @ForAll @IntRange(min = 1, max = LARGEST - 1) int by) {
        int index = Math.floorMod(any, size);
        int other = Math.floorMod(index + by, size);
        List<Hash> path = new MerkleTree(size, HASHES).inclusionProof(index).path();
        Hash root = rangeOf(size).root();

        assertThat(other == index || !new InclusionProof(other, size, path).proves(LEAVES.get(index), root))
                .isTrue();
        assertThat(other == index || !new InclusionProof(index, size, path).proves(LEAVES.get(other), root))
                .isTrue();
        assertThat(new InclusionProof(index, size, path)
                        .proves(LEAVES.get(index), rangeOf(size - 1).root()))
                .isFalse();
    }

    @Property
    void aPathThatIsChangedShortenedOrLengthenedProvesNothing(
            @ForAll @IntRange(min = 2, max = LARGEST) int size, @ForAll int any, @ForAll("changes") Change change) {
        int index = Math.floorMod(any, size);
        InclusionProof proof = new MerkleTree(size, HASHES).inclusionProof(index);

        assertThat(new InclusionProof(index, size, change.of(proof.path(), any))
                        .proves(LEAVES.get(index), rangeOf(size).root()))
                .isFalse();
    }

    @Property
    void consistencyProofsAreThoseOfTheRfcAndProve(
            @ForAll @IntRange(min = 1, max = LARGEST) int size, @ForAll @IntRange(min = 1, max = LARGEST) int any) {
        int earlier = Math.min(size, any);
        ConsistencyProof proof = new MerkleTree(size, HASHES).consistencyProof(earlier);

        assertThat(proof.path()).isEqualTo(ReferenceTree.proof(earlier, ENTRIES.subList(0, size)));
        assertThat(proof.proves(rangeOf(earlier).root(), rangeOf(size).root())).isTrue();
    }

    @Property
    void aRewrittenTreeIsNotConsistent(
            @ForAll @IntRange(min = 2, max = LARGEST) int size,
            @ForAll @IntRange(min = 1, max = LARGEST) int any,
            @ForAll @IntRange(max = LARGEST - 1) int changed) {
        int earlier = Math.min(size - 1, any);
        List<Hash> rewritten = new ArrayList<>(LEAVES.subList(0, size));
        rewritten.set(changed % earlier, Hash.EMPTY_TREE);
        MerkleTree tree = new MerkleTree(size, new HashesInMemory(rewritten));

        assertThat(tree.consistencyProof(earlier).proves(rangeOf(earlier).root(), tree.root()))
                .isFalse();
    }

    @Property
    void aConsistencyProofThatIsChangedShortenedOrLengthenedProvesNothing(
            @ForAll @IntRange(min = 1, max = LARGEST) int size,
            @ForAll @IntRange(min = 1, max = LARGEST) int any,
            @ForAll("changes") Change change) {
        int earlier = Math.min(size, any);
        List<Hash> path = new MerkleTree(size, HASHES).consistencyProof(earlier).path();
        List<Hash> changed = change.of(path, any);

        assertThat(changed.equals(path)
                        || !new ConsistencyProof(earlier, size, changed)
                                .proves(rangeOf(earlier).root(), rangeOf(size).root()))
                .isTrue();
    }

    @Property(tries = 2_000)
    void whateverAProofSaysItIsAnswered(@ForAll long index, @ForAll long size, @ForAll @IntRange(max = 70) int length) {
        List<Hash> path = Collections.nCopies(length, LEAVES.getFirst());

        assertThat(new InclusionProof(index, size, path).proves(LEAVES.getFirst(), LEAVES.getLast()))
                .isFalse();
        assertThat(new ConsistencyProof(index, size, path).proves(LEAVES.getFirst(), LEAVES.getLast()))
                .isFalse();
    }

    @Example
    void everythingGrewOutOfTheEmptyTreeWithoutProof() {
        ConsistencyProof proof = new MerkleTree(7, HASHES).consistencyProof(0);

        assertThat(proof.path()).isEmpty();
        assertThat(proof.proves(Hash.EMPTY_TREE, rangeOf(7).root())).isTrue();
        assertThat(proof.proves(LEAVES.getFirst(), rangeOf(7).root())).isFalse();
        assertThat(new ConsistencyProof(0, 0, List.of()).proves(LEAVES.getFirst(), LEAVES.getFirst()))
                .isFalse();
    }

    @Example
    void oneSizeHasOneRoot() {
        ConsistencyProof proof = new ConsistencyProof(7, 7, List.of());

        assertThat(proof.proves(rangeOf(7).root(), rangeOf(7).root())).isTrue();
        assertThat(proof.proves(rangeOf(6).root(), rangeOf(7).root())).isFalse();
        assertThat(new ConsistencyProof(7, 7, LEAVES.subList(0, 1))
                        .proves(rangeOf(7).root(), rangeOf(7).root()))
                .isFalse();
    }

    @Example
    void aTreeMakesNoProofForWhatItDoesNotHave() {
        MerkleTree tree = new MerkleTree(7, HASHES);

        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> tree.inclusionProof(7));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> tree.consistencyProof(8));
    }

    @Provide
    Arbitrary<Change> changes() {
        return Arbitraries.of(Change.values());
    }

    private static CompactRange rangeOf(int size) {
        CompactRange range = CompactRange.empty();
        LEAVES.subList(0, size).forEach(range::append);
        return range;
    }

    enum Change {
        ANOTHER_HASH {
            @Override
            void apply(List<Hash> path, int place) {
                if (!path.isEmpty()) {
                    path.set(Math.floorMod(place, path.size()), Hash.EMPTY_TREE);
                }
            }
        },
        ONE_LESS {
            @Override
            void apply(List<Hash> path, int place) {
                if (!path.isEmpty()) {
                    path.remove(Math.floorMod(place, path.size()));
                }
            }
        },
        ONE_MORE {
            @Override
            void apply(List<Hash> path, int place) {
                path.add(Math.floorMod(place, path.size() + 1), Hash.EMPTY_TREE);
            }
        };

        abstract void apply(List<Hash> path, int place);

        List<Hash> of(List<Hash> path, int place) {
            List<Hash> changed = new ArrayList<>(path);
            apply(changed, place);
            return changed;
        }
    }
}
