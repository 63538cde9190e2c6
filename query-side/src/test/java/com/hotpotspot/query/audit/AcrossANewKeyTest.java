package com.hotpotspot.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.keystore.Passphrase;
import com.hotpotspot.keystore.SecretName;
import com.hotpotspot.query.testing.Dishes;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import com.hotpotspot.tlog.event.KeyRotation;
import com.hotpotspot.tlog.note.VerifierKey;
import com.hotpotspot.verifier.check.Verify;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who trusts only the first key of a log follows it to the third, by the words of the operator's guide. */
class AcrossANewKeyTest {

    private static final Path GUIDE = Path.of("../docs/operators-guide.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)### Across a new key\n.*?```sh\n(.*?)```");

    @TempDir
    private Path directory;

    private TestDatabase database;
    private WrittenLog log;
    private NodeId node;
    private Path passphraseFile;
    private int sales;

    @BeforeEach
    void sell() {
        database = TestDatabase.with(SchemaModule.LOG);
        log = new WrittenLog(database);
        log.found(NetworkPurpose.LIVE);
        node = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        passphraseFile = directory.resolve("keystore.passphrase");
        try (Passphrase passphrase = Passphrase.generate()) {
            passphrase.writeTo(passphraseFile);
            Keystore.create(directory.resolve("keystore"), passphrase).close();
        }
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void theCommandsOfTheGuideLeadFromTheFirstKeyToTheThird() throws Exception {
        assumeThat(Path.of("/usr/bin/curl")).exists();
        assumeThat(Path.of("/bin/bash")).exists();
        try (RunningQuerySide side = side()) {
            sealed(side);
            Files.writeString(directory.resolve("log.key"), text(side, "/api/v1/audit/verifier-key"));
            Files.writeString(directory.resolve("earlier"), text(side, "/checkpoint"));
        }
        rotate(1);
        try (RunningQuerySide side = side()) {
            sealed(side);
        }
        rotate(2);
        try (RunningQuerySide side = side()) {
            sealed(side);
            sealed(side);

            String said = run(commands(), side);

            VerifierKey first = VerifierKey.parse(
                    Files.readString(directory.resolve("log.key")).strip());
            List<VerifierKey> keys = side.bean(TreeTable.class).keys().stream()
                    .map(TreeTable.AdoptedKey::verifierKey)
                    .toList();
            assertThat(keys).hasSize(3).startsWith(first);
            assertThat(said.lines().filter("VALID"::equals)).hasSize(2);
            assertThat(said)
                    .contains("Key " + first.id() + " was followed by key "
                            + keys.get(1).id())
                    .contains("Key " + keys.get(1).id() + " was followed by key "
                            + keys.get(2).id())
                    .contains("begins with the tree of");
            assertThat(KeyRotation.parse(Files.readAllBytes(directory.resolve("rotations"))))
                    .extracting(KeyRotation::key)
                    .containsExactly(keys.get(1), keys.get(2));
        }
    }

    private static String commands() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(GUIDE));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    /** In a shell, where the guide's addresses and the guide's program are those of this test. */
    private String run(String commands, RunningQuerySide side) throws IOException, InterruptedException {
        Path program = directory.resolve("hotpotspot");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = Stream.of(Verify.class, VerifierKey.class)
                .map(one ->
                        one.getProtectionDomain().getCodeSource().getLocation().getPath())
                .collect(Collectors.joining(":"));
        Files.write(
                program,
                List.of(
                        "#!/bin/bash",
                        "[ \"$1\" = verify ] || exit 99",
                        "exec '" + java + "' -cp '" + classes + "' " + Verify.class.getName() + " \"${@:2}\""));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        ProcessBuilder shell = new ProcessBuilder(
                        "/bin/bash", "-euc", commands.replace("http://localhost:8081", side.url("")))
                .directory(directory.toFile())
                .redirectErrorStream(true);
        shell.environment().put("TOKEN", side.authorization().replace("Bearer ", ""));
        List.of("http_proxy", "all_proxy", "ALL_PROXY").forEach(shell.environment()::remove);
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private RunningQuerySide side() {
        return RunningQuerySide.on(
                database,
                "hotpotspot.audit.seal=true",
                "hotpotspot.audit.every=50ms",
                "hotpotspot.audit.high-water-mark=" + directory.resolve("mark"),
                "hotpotspot.keystore.file=" + directory.resolve("keystore"),
                "hotpotspot.keystore.passphrase-file=" + passphraseFile);
    }

    private void sealed(RunningQuerySide side) {
        log.sell(node, Integer.toString(++sales), "2026-11-20T10:00:00Z", Dishes.khinkali(5));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> side.bean(PublishedTree.class).size() == log.head() + 1);
    }

    private void rotate(int seed) {
        try (Passphrase passphrase = Passphrase.readFrom(passphraseFile);
                Keystore keystore = Keystore.open(directory.resolve("keystore"), passphrase)) {
            byte[] bytes = new byte[32];
            Arrays.fill(bytes, (byte) seed);
            keystore.rotate(SecretName.AUDIT, bytes);
        }
    }

    private static String text(RunningQuerySide side, String path) {
        byte[] body = side.client()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(body, UTF_8);
    }
}
