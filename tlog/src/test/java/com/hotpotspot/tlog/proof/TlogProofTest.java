package com.hotpotspot.tlog.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.merkle.InclusionProof;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TlogProofTest {

    private static final String CHECKPOINT = """
            example.org/hotpot/audit
            8
            XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=

            — example.org/hotpot/audit kCJYeo7xLdF11OEqNNV5sRhxdPcPQgYfQugv7cavszwj9656tWhuNdMuqwHmdwMpQM8+g8Xxax62+QmlF3kTiOc39Ak=
            """;
    private static final List<Hash> PATH = Stream.of(
                    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")
            .map(hex -> Hash.fromHex(hex, "vector"))
            .toList();
    private static final TlogProof PROOF =
            new TlogProof(new InclusionProof(5, 8, PATH), SignedCheckpoint.parse(CHECKPOINT.getBytes(UTF_8)));

    @Example
    void aProofIsWrittenAsTheSpecificationHasIt() {
        String expected = "c2sp.org/tlog-proof@v1\nindex 5\n"
                + PATH.get(0).base64() + '\n'
                + PATH.get(1).base64() + '\n'
                + PATH.get(2).base64() + "\n\n"
                + CHECKPOINT;

        assertThat(PROOF).hasToString(expected);
        assertThat(TlogProof.parse(PROOF.bytes())).isEqualTo(PROOF);
    }

    @Example
    void aProofLeadsItsOwnLeafToTheCheckpointAndNoOther() {
        assertThat(PROOF.leadsToCheckpoint(Hash.ofLeaf(HexFormat.of().parseHex("40414243"))))
                .isTrue();
        assertThat(PROOF.leadsToCheckpoint(Hash.ofLeaf(HexFormat.of().parseHex("3031"))))
                .isFalse();
        assertThat(new TlogProof(Optional.empty(), 8, PATH, PROOF.checkpoint())
                        .leadsToCheckpoint(Hash.ofLeaf(HexFormat.of().parseHex("40414243"))))
                .isFalse();
    }

    @Example
    void extraDataIsKeptAndProvesNothing() {
        TlogProof withExtra = new TlogProof(Optional.of("AAEC"), 5, PATH, PROOF.checkpoint());

        assertThat(withExtra.toString()).startsWith("c2sp.org/tlog-proof@v1\nextra AAEC\nindex 5\n");
        assertThat(TlogProof.parse(withExtra.bytes())).isEqualTo(withExtra);
    }

    @Example
    void theOnlyLeafOfATreeNeedsNoHashes() {
        Hash leaf = Hash.ofLeaf(new byte[0]);
        String text = "c2sp.org/tlog-proof@v1\nindex 0\n\n"
                + CHECKPOINT
                        .replace("\n8\n", "\n1\n")
                        .replace("XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=", leaf.base64());

        assertThat(TlogProof.parse(text).leadsToCheckpoint(leaf)).isTrue();
    }

    @Example
    void malformedProofsAreRefused() {
        String text = PROOF.toString();
        for (String malformed : List.of(
                "",
                CHECKPOINT,
                text.replace("@v1", "@v2"),
                text.replace("index 5\n", ""),
                text.replace("index 5", "index 05"),
                text.replace("index 5", "index -5"),
                text.replace("index 5", "index  5"),
                text.replace("index 5", "extra !\nindex 5"),
                text.replace("index 5", "extra AA==\nextra AA==\nindex 5"),
                text.replace(PATH.get(0).base64(), "AAAA"),
                text.replace("=\n\nexample", "=\nexample"),
                text.replace("=\n\nexample", "=\n\n\nexample"),
                text.replace("\n8\n", "\n8 \n"),
                text.strip(),
                text.replace("\n", "\r\n"))) {
            assertThatExceptionOfType(FormatException.class).as(malformed).isThrownBy(() -> TlogProof.parse(malformed));
        }
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> new TlogProof(
                        Optional.empty(), 5, Collections.nCopies(64, Hash.EMPTY_TREE), PROOF.checkpoint()));
    }

    @Property(tries = 3_000)
    void whateverIsReadIsAProofOrRefused(@ForAll("almostProofs") String text) {
        try {
            assertThat(TlogProof.parse(text)).hasToString(text);
        } catch (FormatException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> almostProofs() {
        return Arbitraries.of("extra AA==\n", "index 5\n", PATH.get(0).base64() + "\n", "\n", CHECKPOINT, " ")
                .list()
                .ofMaxSize(6)
                .map(pieces -> "c2sp.org/tlog-proof@v1\n" + String.join("", pieces));
    }
}
