package com.hotpotspot.standalone.verify;

import static com.hotpotspot.standalone.verify.Verification.INVALID;
import static com.hotpotspot.standalone.verify.Verification.UNUSABLE;
import static com.hotpotspot.standalone.verify.Verification.VALID;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.client.Credentials;
import com.hotpotspot.command.receipt.ClaimCodes;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.PlainText;
import com.hotpotspot.keystore.Passphrase;
import com.hotpotspot.limits.Limits;
import com.hotpotspot.standalone.HotPotSpot;
import com.hotpotspot.tlog.event.ExportManifest;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.note.NoteSigner;
import com.hotpotspot.verifier.check.Verifier;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class VerifyCommandTest {

    private static final SealedLog LOG = SealedLog.withSales(30);
    private static final String KEY = SealedLog.KEY;

    @TempDir
    Path directory;

    @Test
    void aCheckpointIsValidByItsLogsSignature() {
        Verification verification = Verification.of("checkpoint", "--checkpoint", checkpoint(30), "--log", KEY);

        assertThat(verification.exitCode()).isEqualTo(VALID);
        assertThat(verification.out())
                .startsWith("VALID\nThe checkpoint over 30 events is signed by hotpotspot.example/audit");
        assertThat(verification.err()).isEmpty();
    }

    @Test
    void aCheckpointNeedsAsManyWitnessesAsWereAskedFor() {
        Path twoOfThree = file(LOG.cosignedCheckpoint(30, 2).bytes());

        Verification usual = Verification.of(withWitnesses("checkpoint", "--checkpoint", twoOfThree));
        Verification two = Verification.of(withWitnesses("checkpoint", "--checkpoint", twoOfThree, "--quorum", "2"));

        assertThat(usual.exitCode()).isEqualTo(INVALID);
        assertThat(usual.out()).contains("2 of 3 known witnesses co-signed the checkpoint, but the policy asks for 3");
        assertThat(two.exitCode()).isEqualTo(VALID);
    }

    @Test
    void whomToTrustMayStandInAFile() {
        NoteSigner witness = SealedLog.WITNESSES.getFirst();
        Path policy = file("log %s\nwitness w %s\nquorum w\n".formatted(KEY, witness.verifierKey()));

        assertThat(Verification.of(
                                "checkpoint",
                                "--checkpoint",
                                file(LOG.cosignedCheckpoint(30, 1).bytes()),
                                "--policy",
                                policy)
                        .exitCode())
                .isEqualTo(VALID);
        assertThat(Verification.of("checkpoint", "--checkpoint", checkpoint(30), "--policy", policy)
                        .exitCode())
                .isEqualTo(INVALID);
    }

    @Test
    void aProofShowsThatAnEventIsInTheLog() {
        Path proof = file(LOG.proof(12, 30).bytes());

        Verification right =
                Verification.of("proof", "--event", file(LOG.lines().get(12) + "\n"), "--proof", proof, "--log", KEY);
        Verification wrong =
                Verification.of("proof", "--event", file(LOG.lines().get(13)), "--proof", proof, "--log", KEY);

        assertThat(right.exitCode()).as(right.out()).isEqualTo(VALID);
        assertThat(right.out()).contains("The event at position 12, sale.recorded of stream sale:VAKE:0000000012");
        assertThat(wrong.exitCode()).isEqualTo(INVALID);
        assertThat(wrong.out()).contains("The event is at position 13, the proof is for position 12.");
    }

    @Test
    void anExportIsTheFileThatTheLogRecorded() {
        String csv = "Sale,Total\r\n1,11.50\r\n";
        List<StoredEvent> events = new ArrayList<>(LOG.events());
        events.add(exportRecorded(30, csv));
        SealedLog log = SealedLog.of(events);
        Path manifest = file(ExportManifest.write(log.lines().get(30).getBytes(UTF_8), log.proof(30, 31)));

        Verification right = Verification.of("export", "--file", file(csv), "--manifest", manifest, "--log", KEY);
        Verification wrong = Verification.of(
                "export", "--file", file(csv.replace("11.50", "11.51")), "--manifest", manifest, "--log", KEY);

        assertThat(right.exitCode()).as(right.out()).isEqualTo(VALID);
        assertThat(wrong.exitCode()).isEqualTo(INVALID);
        assertThat(wrong.out()).contains("At position 30 the file is not the one that was recorded");
    }

    @Test
    void aDumpMayComeFromStandardInput() {
        StringWriter out = new StringWriter();
        InputStream dump = new ByteArrayInputStream(LOG.dump().getBytes(UTF_8));

        int exitCode = new CommandLine(new VerifyCommand(dump))
                .setOut(new PrintWriter(out))
                .execute("dump", "--dump", "-", "--checkpoint", checkpoint(30).toString(), "--log", KEY);

        assertThat(exitCode).isEqualTo(VALID);
        assertThat(out.toString()).contains("The dump has 30 events, without a gap");
    }

    @Test
    void aCheckpointGrewOutOfAnEarlierOne() {
        Path proof = file(LOG.consistencyProof(13, 30));

        assertThat(Verification.of(
                                "consistency",
                                "--checkpoint",
                                checkpoint(30),
                                "--checkpoint",
                                checkpoint(13),
                                "--proof",
                                proof,
                                "--log",
                                KEY)
                        .exitCode())
                .isEqualTo(VALID);
        assertThat(Verification.of(
                                "consistency",
                                "--checkpoint",
                                checkpoint(30),
                                "--checkpoint",
                                checkpoint(14),
                                "--proof",
                                proof,
                                "--log",
                                KEY)
                        .exitCode())
                .isEqualTo(INVALID);
    }

    @Test
    void whatCannotBeReadGetsNoVerdictButAReason() {
        Path nowhere = directory.resolve("nowhere");

        assertUnusable("there is no such file", "checkpoint", "--checkpoint", nowhere, "--log", KEY);
        assertUnusable("there is no such file", "checkpoint", "--checkpoint", checkpoint(30), "--policy", nowhere);
        assertUnusable("no blank line", "checkpoint", "--checkpoint", file("no note"), "--log", KEY);
        assertUnusable("written name+hash+base64", "checkpoint", "--checkpoint", checkpoint(30), "--log", "no-key");
        assertUnusable(
                "a quorum is between", "checkpoint", "--checkpoint", checkpoint(30), "--log", KEY, "--quorum", "1");
        assertUnusable(
                "the policy has no quorum line",
                "checkpoint",
                "--checkpoint",
                checkpoint(30),
                "--policy",
                file("log " + KEY + "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "checkpoint",
                "checkpoint --checkpoint x",
                "checkpoint --checkpoint x --log",
                "checkpoint --checkpoint x --witness w",
                "checkpoint --checkpoint x --quorum 0",
                "checkpoint --checkpoint x --log k --quorum many",
                "checkpoint --checkpoint x --log k --policy p",
                "checkpoint --checkpoint x --policy p --policy p",
                "checkpoint --checkpoint x --log k --bogus",
                "proof --event x --log k",
                "export --file x --log k",
                "dump --dump x --log k",
                "dump --checkpoint x --log k",
                "consistency --checkpoint x --log k",
                "consistency --checkpoint x --checkpoint y --checkpoint z --log k"
            })
    void optionsThatMakeNoSenseGetTheUsage(String line) {
        Verification verification = Verification.of((Object[]) (line.isEmpty() ? new String[0] : line.split(" ")));

        assertThat(verification.exitCode()).isEqualTo(UNUSABLE);
        assertThat(verification.err())
                .contains("Usage: hotpotspot verify", "Exit codes:")
                .doesNotContain("\tat ");
        assertThat(verification.out()).isEmpty();
    }

    @Test
    void aCheckThatThereIsNotIsNoVerdict() {
        Verification verification = Verification.of("everything", "--log", KEY);

        assertThat(verification.exitCode()).isEqualTo(UNUSABLE);
        assertThat(verification.err()).contains("everything");
        assertThat(verification.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "checkpoint --help",
                "proof --help",
                "export --help",
                "dump --help",
                "consistency --help",
                "dump -h"
            })
    void helpTellsExitCodesAndExamplesAndFitsATerminal(String line) {
        Verification verification = Verification.of((Object[]) line.split(" "));

        assertThat(verification.exitCode()).isZero();
        assertThat(verification.out())
                .contains("Usage: hotpotspot verify", "Exit codes:", "  0   valid", "  1   invalid", "  2   ")
                .contains("Examples:", "  hotpotspot verify ");
        assertThat(verification.out().lines())
                .allSatisfy(text -> assertThat(text).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void aFailureOfOursIsNoVerdict() {
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("broken");
            }
        };
        StringWriter out = new StringWriter();

        int exitCode = new CommandLine(new VerifyCommand(broken))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .execute("dump", "--dump", "-", "--checkpoint", checkpoint(30).toString(), "--log", KEY);

        assertThat(exitCode).isEqualTo(UNUSABLE);
        assertThat(out.toString()).isEmpty();
    }

    /** A process that has neither Spring nor Axon nor a database driver on its class path. */
    @Test
    void nothingIsNeededButFiles() throws IOException, InterruptedException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path printed = directory.resolve("printed");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPathOf(
                        HotPotSpot.class,
                        CommandLine.class,
                        Verifier.class,
                        Hash.class,
                        // Only looked at by picocli, on its way to the subcommand.
                        PlainText.class,
                        StoredEvent.class,
                        Passphrase.class,
                        Limits.class,
                        Credentials.class,
                        ClaimCodes.class,
                        ProgressBar.class),
                HotPotSpot.class.getName(),
                "verify",
                "dump",
                "--dump",
                "-",
                "--checkpoint",
                checkpoint(30).toString(),
                "--log",
                KEY);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(elsewhere.toFile())
                .redirectInput(file(LOG.dump()).toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().clear();

        Process process = builder.start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();

        assertThat(ended).isTrue();
        assertThat(printed).content().startsWith("VALID\n").contains("The dump has 30 events, without a gap");
        assertThat(process.exitValue()).isEqualTo(VALID);
        assertThat(elsewhere).isEmptyDirectory();
    }

    private static String classPathOf(Class<?>... classes) {
        return String.join(
                File.pathSeparator,
                Stream.of(classes).map(VerifyCommandTest::place).toList());
    }

    private static String place(Class<?> one) {
        try {
            return Path.of(one.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertUnusable(String reason, Object... arguments) {
        Verification verification = Verification.of(arguments);
        assertThat(verification.exitCode()).as(verification.out()).isEqualTo(UNUSABLE);
        assertThat(verification.out()).startsWith("UNUSABLE\n").contains(reason);
        assertThat(verification.err()).isEmpty();
    }

    static StoredEvent exportRecorded(int position, String csv) {
        byte[] bytes = csv.getBytes(UTF_8);
        String payload = String.format(
                Locale.ROOT,
                "{\"bytes\":%d,\"kind\":\"sales\",\"sha256\":\"%s\"}",
                bytes.length,
                Hash.sha256(bytes).hex());
        StoredEvent sale = SealedLog.sale(position, position);
        return new StoredEvent(
                position,
                "export:1",
                0,
                new UUID(1, position),
                ExportManifest.TYPE,
                "1",
                sale.recordedAt(),
                payload.getBytes(UTF_8),
                sale.metadata());
    }

    private static Object[] withWitnesses(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--log", KEY));
        SealedLog.WITNESSES.forEach(witness -> all.addAll(List.of("--witness", witness.verifierKey())));
        return all.toArray();
    }

    private Path checkpoint(int size) {
        return file(LOG.checkpoint(size).bytes());
    }

    private Path file(byte[] content) {
        return Verification.file(directory, content);
    }

    private Path file(String content) {
        return Verification.file(directory, content);
    }
}
