package com.hotpotspot.tlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The vectors of the audit log's specification, which were computed elsewhere. */
class MerkleVectorsTest {

    private static final List<Hash> REFERENCE_LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .map(Hash::ofLeaf)
            .toList();

    private static final List<Hash> ROOTS_BY_SIZE = hashes(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static final List<Hash> INCLUSION_OF_INDEX_5_IN_SIZE_8 = hashes(
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");

    private static final List<Hash> CONSISTENCY_6_TO_8 = hashes(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");

    @Test
    void rootsBySize() {
        CompactRange range = CompactRange.empty();
        assertThat(range.root()).isEqualTo(ROOTS_BY_SIZE.getFirst());
        for (Hash leaf : REFERENCE_LEAVES) {
            range.append(leaf);
            assertThat(range.root()).isEqualTo(ROOTS_BY_SIZE.get((int) range.size()));
        }
    }

    @Test
    void inclusionOfIndex5InSize8() {
        InclusionProof proof = new MerkleTree(8, new HashesInMemory(REFERENCE_LEAVES)).inclusionProof(5);

        assertThat(proof.path()).isEqualTo(INCLUSION_OF_INDEX_5_IN_SIZE_8);
        assertThat(new InclusionProof(5, 8, INCLUSION_OF_INDEX_5_IN_SIZE_8)
                        .proves(REFERENCE_LEAVES.get(5), ROOTS_BY_SIZE.get(8)))
                .isTrue();
    }

    @Test
    void consistency6To8() {
        ConsistencyProof proof = new MerkleTree(8, new HashesInMemory(REFERENCE_LEAVES)).consistencyProof(6);

        assertThat(proof.path()).isEqualTo(CONSISTENCY_6_TO_8);
        assertThat(new ConsistencyProof(6, 8, CONSISTENCY_6_TO_8).proves(ROOTS_BY_SIZE.get(6), ROOTS_BY_SIZE.get(8)))
                .isTrue();
    }

    private static List<Hash> hashes(String... hex) {
        return Stream.of(hex).map(text -> Hash.fromHex(text, "vector")).toList();
    }
}
