package com.hotpotspot.verifier.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.tlog.checkpoint.Checkpoint;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.event.ExportManifest;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.note.KeyName;
import com.hotpotspot.tlog.note.NoteSigner;
import com.hotpotspot.tlog.proof.TlogProof;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {

    private static final int VALID = 0;
    private static final int INVALID = 1;
    private static final int UNUSABLE = 2;

    private static final PublishedLog LOG = PublishedLog.withSales(30);
    private static final String KEY = PublishedLog.KEY.verifierKey().toString();

    @TempDir
    Path directory;

    private String printed = "";

    @Nested
    class ACheckpoint {

        @Test
        void isValidBySignatureOfItsLogAloneWhereThePolicyAsksForNoWitness() {
            assertThat(verify("checkpoint", "--checkpoint", file(LOG.checkpoint(30)), "--log", KEY))
                    .isEqualTo(VALID);
            assertThat(printed)
                    .isEqualTo("""
                            VALID
                            The checkpoint over 30 events is signed by hotpotspot.example/audit (key %s).
                            No known witness co-signed it, and the policy asks for none: it rests on the word of the log alone.
                            """.formatted(PublishedLog.KEY.verifierKey().id()));
        }

        @Test
        void needsMoreThanTwoThirdsOfTheWitnessesWhereNothingElseIsSaid() {
            String twoOfThree = file(PublishedLog.cosigned(LOG.checkpoint(30), 2));
            String three = file(PublishedLog.cosigned(LOG.checkpoint(30), 3));

            assertThat(verify("checkpoint", "--checkpoint", twoOfThree, witnesses()))
                    .isEqualTo(INVALID);
            assertThat(printed)
                    .contains("2 of 3 known witnesses co-signed the checkpoint, but the policy asks for 3 of"
                            + " (witness.example/w1, witness.example/w2, witness.example/w3)");
            assertThat(verify("checkpoint", "--checkpoint", three, witnesses())).isEqualTo(VALID);
            assertThat(printed)
                    .contains("3 of 3 known witnesses co-signed it: witness.example/w1 at 2026-11-24T10:00:00Z");
            assertThat(verify("checkpoint", "--checkpoint", twoOfThree, witnesses(), "--quorum", "2"))
                    .isEqualTo(VALID);
        }

        @Test
        void isCheckedAgainstAPolicyFile() {
            String policy = file("log %s\nwitness w %s\nquorum w\n"
                    .formatted(KEY, PublishedLog.WITNESSES.getFirst().verifierKey()));

            assertThat(verify(
                            "checkpoint",
                            "--checkpoint",
                            file(PublishedLog.cosigned(LOG.checkpoint(30), 1)),
                            "--policy",
                            policy))
                    .isEqualTo(VALID);
            assertThat(verify("checkpoint", "--checkpoint", file(LOG.checkpoint(30)), "--policy", policy))
                    .isEqualTo(INVALID);
        }

        @Test
        void ofAnotherLogOrKeyIsInvalid() {
            NoteSigner stranger = NoteSigner.ofLog(new KeyName("stranger.example"), PublishedLog.seed(7));
            SignedCheckpoint strangers =
                    SignedCheckpoint.by(stranger, new Checkpoint("stranger.example", 1, Hash.EMPTY_TREE));

            assertThat(verify("checkpoint", "--checkpoint", file(strangers), "--log", KEY))
                    .isEqualTo(INVALID);
            assertThat(printed).contains("the checkpoint is of stranger.example, which is no known log");
        }

        @Test
        void thatIsNoneIsUnusable() {
            assertThat(verify("checkpoint", "--checkpoint", file("no note\n"), "--log", KEY))
                    .isEqualTo(UNUSABLE);
            assertThat(printed).contains("cannot be used: a note has no blank line between text and signatures");
            assertThat(verify(
                            "checkpoint",
                            "--checkpoint",
                            directory.resolve("nowhere").toString(),
                            "--log",
                            KEY))
                    .isEqualTo(UNUSABLE);
            assertThat(printed).contains("there is no such file");
        }
    }

    @Nested
    class AProof {

        @Test
        void showsThatAnEventIsInTheLog() {
            assertThat(proof(LOG.lines().get(12), LOG.proof(12, 30))).isEqualTo(VALID);
            assertThat(printed)
                    .contains("The event at position 12, sale.recorded of stream sale:VAKE:0000000012, is in the log.");
        }

        @Test
        void doesNotShowAChangedEvent() {
            assertThat(proof(LOG.lines().get(12).replace("1150", "1151"), LOG.proof(12, 30)))
                    .isEqualTo(INVALID);
            assertThat(printed)
                    .contains("At position 12 the payload is not what was recorded")
                    .doesNotContain("is in the log.");
        }

        @Test
        void doesNotShowARewrittenEvent() {
            assertThat(proof(PublishedLog.line(12, "sale.recorded", PublishedLog.sale(99)), LOG.proof(12, 30)))
                    .isEqualTo(INVALID);
            assertThat(printed)
                    .contains("At position 12 the proof does not lead from this event to the checkpoint's root");
        }

        @Test
        void doesNotShowAnEventAtAnotherPosition() {
            assertThat(proof(LOG.lines().get(12), LOG.proof(13, 30))).isEqualTo(INVALID);
            assertThat(printed).contains("The event is at position 12, the proof is for position 13.");
        }

        @Test
        void isWorthNothingUnderACheckpointThatIsNotTrusted() {
            TlogProof proof = LOG.proof(12, 30);
            NoteSigner stranger = NoteSigner.ofLog(new KeyName(PublishedLog.ORIGIN), PublishedLog.seed(7));
            SignedCheckpoint forged =
                    SignedCheckpoint.by(stranger, proof.checkpoint().checkpoint());

            assertThat(proof(LOG.lines().get(12), new TlogProof(proof.extra(), 12, proof.path(), forged)))
                    .isEqualTo(INVALID);
            assertThat(printed).contains("is not signed with a known key of hotpotspot.example/audit");
        }

        private int proof(String event, TlogProof proof) {
            return verify("proof", "--event", file(event), "--proof", file(proof.toString()), "--log", KEY);
        }
    }

    @Nested
    class AnExport {

        private static final String CSV = "Sale,Total\r\n1,11.50\r\n";

        @Test
        void isTheFileThatTheLogRecorded() {
            assertThat(export(CSV, manifest(CSV))).isEqualTo(VALID);
            assertThat(printed).contains("The file has the 21 bytes whose SHA-256 that event recorded.");
        }

        @Test
        void thatWasChangedIsInvalid() {
            assertThat(export(CSV.replace("11.50", "11.51"), manifest(CSV))).isEqualTo(INVALID);
            assertThat(printed).contains("the file is not the one that was recorded");
            assertThat(export(CSV + "2,0.00\r\n", manifest(CSV))).isEqualTo(INVALID);
            assertThat(printed).contains("At position 30 the file has 29 bytes, the recorded export has 21.");
        }

        @Test
        void withAManifestMadeForAnotherFileIsInvalid() {
            String other = CSV.replace("11.50", "11.51");
            String forged = new String(manifest(CSV), UTF_8).replace(sha256(CSV), sha256(other));

            assertThat(export(other, forged.getBytes(UTF_8))).isEqualTo(INVALID);
            assertThat(printed).contains("At position 30 the payload is not what was recorded");
        }

        @Test
        void withoutAManifestThatRecordsAnExportIsUnusable() {
            byte[] ofASale = ExportManifest.write(LOG.lines().get(1).getBytes(UTF_8), LOG.proof(1, 30));

            assertThat(export(CSV, ofASale)).isEqualTo(UNUSABLE);
            assertThat(export(CSV, "{}".getBytes(UTF_8))).isEqualTo(UNUSABLE);
            assertThat(export(CSV, "{\"event\":{},\"proof\":\"\"}".getBytes(UTF_8)))
                    .isEqualTo(UNUSABLE);
        }

        private byte[] manifest(String csv) {
            String payload = String.format(
                    Locale.ROOT,
                    "{\"bytes\":%d,\"erasureEpoch\":0,\"from\":\"2026-11-01\",\"kind\":\"sales\",\"position\":29,\"sha256\":\"%s\",\"to\":\"2026-11-30\"}",
                    csv.getBytes(UTF_8).length,
                    sha256(csv));
            PublishedLog log = PublishedLog.withSales(30).append(ExportManifest.TYPE, payload);
            return ExportManifest.write(log.lines().get(30).getBytes(UTF_8), log.proof(30, 31));
        }

        private String sha256(String csv) {
            return Hash.sha256(csv.getBytes(UTF_8)).hex();
        }

        private int export(String csv, byte[] manifest) {
            return verify("export", "--file", file(csv), "--manifest", file(manifest), "--log", KEY);
        }
    }

    @Nested
    class ADump {

        @Test
        void isWhatTheLogSigned() {
            assertThat(verify(
                            "dump", "--dump", file(LOG.dump()), "--checkpoint", file(LOG.checkpoint(30)), "--log", KEY))
                    .isEqualTo(VALID);
            assertThat(verify("dump", "--dump", "-", "--checkpoint", file(LOG.checkpoint(20)), "--log", KEY))
                    .as("from standard input")
                    .isEqualTo(VALID);
        }

        @Test
        void isHeldAgainstTrustedCheckpointsOfOneLogOnly() {
            NoteSigner other = NoteSigner.ofLog(new KeyName("other.example"), PublishedLog.seed(8));
            SignedCheckpoint others = SignedCheckpoint.by(other, new Checkpoint("other.example", 0, Hash.EMPTY_TREE));

            assertThat(verify(
                            "dump",
                            "--dump",
                            file(LOG.dump()),
                            "--checkpoint",
                            file(LOG.checkpoint(30)),
                            "--checkpoint",
                            file(others),
                            "--log",
                            KEY))
                    .isEqualTo(UNUSABLE);
            assertThat(verify("dump", "--dump", file(LOG.dump()), "--log", KEY)).isEqualTo(UNUSABLE);
            assertThat(verify(
                            "dump",
                            "--dump",
                            file(LOG.dump()),
                            "--checkpoint",
                            file(LOG.checkpoint(30)),
                            "--log",
                            other.verifierKey().toString()))
                    .isEqualTo(INVALID);
        }

        @Test
        void thatIsNotThereIsUnusable() {
            assertThat(verify(
                            "dump",
                            "--dump",
                            directory.toString(),
                            "--checkpoint",
                            file(LOG.checkpoint(30)),
                            "--log",
                            KEY))
                    .isEqualTo(UNUSABLE);
        }
    }

    @Nested
    class TwoCheckpoints {

        @Test
        void areConsistentIfOneGrewOutOfTheOther() {
            String proof = lines(LOG.tree(30).consistencyProof(13).path());

            assertThat(consistency(LOG.checkpoint(13), LOG.checkpoint(30), proof))
                    .isEqualTo(VALID);
            assertThat(consistency(LOG.checkpoint(30), LOG.checkpoint(13), proof))
                    .as("in whatever order")
                    .isEqualTo(VALID);
            assertThat(printed).contains("The tree of 30 events begins with the tree of 13 events");
        }

        @Test
        void areInconsistentIfHistoryWasRewritten() {
            PublishedLog rewritten = PublishedLog.withSales(12);
            for (int n = 12; n < 30; n++) {
                rewritten.append("sale.recorded", PublishedLog.sale(n + 1));
            }
            String proof = lines(rewritten.tree(30).consistencyProof(13).path());

            assertThat(consistency(LOG.checkpoint(13), rewritten.checkpoint(30), proof))
                    .isEqualTo(INVALID);
            assertThat(printed)
                    .contains("The proof does not show that the tree of 30 events begins with the tree of 13 events.");
        }

        @Test
        void ofOneSizeNeedNoProofButOneRoot() {
            PublishedLog other = PublishedLog.withSales(0).append("sale.recorded", PublishedLog.sale(1));

            assertThat(consistency(LOG.checkpoint(1), LOG.checkpoint(1))).isEqualTo(VALID);
            assertThat(consistency(LOG.checkpoint(1), other.checkpoint(1), "")).isEqualTo(INVALID);
            assertThat(printed).contains("the log has shown different histories");
        }

        /** Nobody is accused because somebody forgot something. */
        @Test
        void withAProofThatIsNoneAreUnusable() {
            assertThat(consistency(LOG.checkpoint(13), LOG.checkpoint(30))).isEqualTo(UNUSABLE);
            assertThat(printed).contains("give it with --proof");
            assertThat(consistency(LOG.checkpoint(13), LOG.checkpoint(30), "AAAA\n"))
                    .isEqualTo(UNUSABLE);
            assertThat(consistency(
                            LOG.checkpoint(13), LOG.checkpoint(30), (Hash.EMPTY_TREE.base64() + "\n").repeat(64)))
                    .isEqualTo(UNUSABLE);
        }

        private int consistency(SignedCheckpoint one, SignedCheckpoint other) {
            return verify("consistency", "--checkpoint", file(one), "--checkpoint", file(other), "--log", KEY);
        }

        private int consistency(SignedCheckpoint one, SignedCheckpoint other, String proof) {
            return verify(
                    "consistency",
                    "--checkpoint",
                    file(one),
                    "--checkpoint",
                    file(other),
                    "--proof",
                    file(proof),
                    "--log",
                    KEY);
        }

        private static String lines(List<Hash> hashes) {
            return hashes.stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining());
        }
    }

    @Test
    void whatIsNotUnderstoodIsUnusable() {
        String checkpoint = file(LOG.checkpoint(30));

        assertThat(verify()).isEqualTo(UNUSABLE);
        assertThat(verify("nothing", "--log", KEY)).isEqualTo(UNUSABLE);
        assertThat(verify("checkpoint", "--log", KEY)).isEqualTo(UNUSABLE);
        assertThat(verify("checkpoint", "--checkpoint", checkpoint)).isEqualTo(UNUSABLE);
        assertThat(verify("checkpoint", "--checkpoint", checkpoint, "--log")).isEqualTo(UNUSABLE);
        assertThat(verify("checkpoint", "--checkpoint", checkpoint, "--log", "no+key"))
                .isEqualTo(UNUSABLE);
        assertThat(verify("checkpoint", "--checkpoint", checkpoint, "--log", KEY, "--quorum", "1"))
                .isEqualTo(UNUSABLE);
        assertThat(verify("checkpoint", "--checkpoint", checkpoint, "--log", KEY, "--quorum", "x"))
                .isEqualTo(UNUSABLE);
        assertThat(verify("checkpoint", "--checkpoint", checkpoint, "--log", KEY, "--other", "x"))
                .isEqualTo(UNUSABLE);
        assertThat(verify("checkpoint", "--checkpoint", checkpoint, "--quorum", "0"))
                .isEqualTo(UNUSABLE);
        assertThat(verify("checkpoint", "--checkpoint", checkpoint, "--log", KEY, "--policy", "both"))
                .isEqualTo(UNUSABLE);
        assertThat(printed).contains("whom to trust, either with --policy or with --log");
        assertThat(verify("checkpoint", "--checkpoint", checkpoint, "--policy", "\0"))
                .isEqualTo(UNUSABLE);
        assertThat(verify("consistency", "--checkpoint", checkpoint, "--log", KEY))
                .isEqualTo(UNUSABLE);
    }

    @Test
    void namesOutOfFilesCannotSteerATerminal() {
        Checkpoint steering = new Checkpoint("log\u009b31m\u202e", 0, Hash.EMPTY_TREE);

        assertThat(verify(
                        "checkpoint",
                        "--checkpoint",
                        file(SignedCheckpoint.by(PublishedLog.KEY, steering)),
                        "--log",
                        KEY))
                .isEqualTo(INVALID);
        assertThat(printed).contains("log?31m?");
    }

    private int verify(Object... arguments) {
        List<String> all = new ArrayList<>();
        for (Object argument : arguments) {
            if (argument instanceof List<?> more) {
                more.forEach(one -> all.add(one.toString()));
            } else {
                all.add(argument.toString());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        int exitCode = Verify.run(
                all.toArray(String[]::new),
                new ByteArrayInputStream(LOG.dump().getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                err);
        printed = out.toString(UTF_8);
        return exitCode;
    }

    private static List<String> witnesses() {
        List<String> options = new ArrayList<>(List.of("--log", KEY));
        PublishedLog.WITNESSES.forEach(witness ->
                options.addAll(List.of("--witness", witness.verifierKey().toString())));
        return options;
    }

    private String file(SignedCheckpoint checkpoint) {
        return file(checkpoint.bytes());
    }

    private String file(String content) {
        return file(content.getBytes(UTF_8));
    }

    private String file(byte[] content) {
        try {
            return Files.write(Files.createTempFile(directory, "given", ""), content)
                    .toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
