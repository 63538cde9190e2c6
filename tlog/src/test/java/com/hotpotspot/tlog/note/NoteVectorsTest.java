package com.hotpotspot.tlog.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The vectors of the audit log's specification, which were computed elsewhere, and the public specification's own. */
class NoteVectorsTest {

    private static final byte[] LOG_SEED =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static final byte[] WITNESS_SEED =
            HexFormat.of().parseHex("202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f");

    private static final String CHECKPOINT_TEXT = """
            example.org/hotpot/audit
            8
            XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=
            """;
    private static final String CHECKPOINT_SIGNATURE = """
            — example.org/hotpot/audit kCJYeo7xLdF11OEqNNV5sRhxdPcPQgYfQugv7cavszwj9656tWhuNdMuqwHmdwMpQM8+g8Xxax62+QmlF3kTiOc39Ak=
            """;
    private static final String COSIGNATURE = """
            — witness.example/w1 IDJKvgAAAABlU/EAXhLnDsYcIZzMR+zVIHDiDHBRtt0V/1n5uoBHx9x4KYd32c4fGGVLn9fUPPTIrriImVCoN4CWsh7Ptbp9CEVSBw==
            """;

    @Test
    void checkpointOfThose8Leaves() {
        NoteSigner log = NoteSigner.ofLog(new KeyName("example.org/hotpot/audit"), LOG_SEED);

        SignedNote note = SignedNote.by(log, CHECKPOINT_TEXT);

        assertThat(note).hasToString(CHECKPOINT_TEXT + "\n" + CHECKPOINT_SIGNATURE);
        assertThat(SignedNote.parse(note.bytes()).verifiedBy(List.of(log.verifierKey())))
                .hasSize(1);
    }

    @Test
    void verifierKey() {
        NoteSigner log = NoteSigner.ofLog(new KeyName("example.org/hotpot/audit"), LOG_SEED);

        assertThat(log.verifierKey())
                .hasToString("example.org/hotpot/audit+9022587a+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4")
                .isEqualTo(new VerifierKey(
                        new KeyName("example.org/hotpot/audit"),
                        SignatureType.ED25519,
                        HexFormat.of().parseHex("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8")))
                .isEqualTo(VerifierKey.parse(log.verifierKey().toString()));
    }

    @Test
    void cosignatureOfIt() {
        NoteSigner witness = NoteSigner.ofWitness(
                new KeyName("witness.example/w1"),
                WITNESS_SEED,
                InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000)));

        NoteSignature cosignature = witness.sign(CHECKPOINT_TEXT);

        assertThat(cosignature.line()).isEqualTo(COSIGNATURE);
        assertThat(cosignature.time()).hasValue(1_700_000_000);
        assertThat(witness.verifierKey().verifies(CHECKPOINT_TEXT, NoteSignature.parse(COSIGNATURE.strip())))
                .isTrue();
    }

    @Test
    void theSpecificationsOwnNote() {
        VerifierKey key = VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        SignedNote note = SignedNote.parse("""
                This is an example message.

                — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
                """);

        assertThat(note.text()).isEqualTo("This is an example message.\n");
        assertThat(note.verifiedBy(List.of(key)))
                .singleElement()
                .extracting(VerifiedSignature::key)
                .isEqualTo(key);
    }
}
