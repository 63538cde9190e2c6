package com.hotpotspot.standalone.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does before and after a machine is lost, with the jar. */
class BackupIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    Path parent;

    @Test
    void aSystemThatWasLostGoesOnFromItsBackupAndLetsItsAdministratorIn() throws Exception {
        Path data = parent.resolve("data");
        Path backup = parent.resolve("backup");
        Path early = parent.resolve("early");
        Path checkpoint = parent.resolve("checkpoint");
        String second;
        try (SystemProcess lost = SystemProcess.serve(data).awaitReady()) {
            assertDone(run("backup", early.toString(), "--data", data.toString()));
            assertThat(lost.postToCommandSide("/api/v1/network", "{\"founderId\":\"founder\"}")
                            .statusCode())
                    .isEqualTo(201);
            assertThat(lost.postToCommandSide("/api/v1/wallets", "{\"holderId\":\"holder-1\"}")
                            .statusCode())
                    .isEqualTo(201);
            second = administratorMadeBy(lost);
            Files.writeString(checkpoint, checkpointOver(lost, head(lost) + 1));

            SystemProcess made = run("backup", backup.toString(), "--data", data.toString());

            assertDone(made);
            assertThat(made.console()).contains("Backed up the system with its first ", "passphrase of its keystore");
            lost.killAtOnce();
        }
        assertNoSecretIsOpenIn(backup, data);

        Path restored = parent.resolve("restored");
        assertRefused(
                run("restore", early.toString(), "--data", restored.toString(), "--last-checkpoint", "" + checkpoint),
                "whoever has that checkpoint could prove that the log was rolled back. Take a newer backup");
        Path other = Files.writeString(
                parent.resolve("other"),
                Files.readString(checkpoint).replaceFirst("\\n[^\\n]*=\\n", "\n" + "A".repeat(43) + "=\n"));
        assertRefused(
                run("restore", backup.toString(), "--data", restored.toString(), "--last-checkpoint", "" + other),
                "The checkpoint that was given out is not of this log: its first ");
        assertThat(restored).doesNotExist();
        assertDone(
                run("restore", backup.toString(), "--data", restored.toString(), "--last-checkpoint", "" + checkpoint));
        assertThat(restored.resolve("audit.high-water-mark")).isNotEmptyFile();
        assertRefused(
                run("restore", backup.toString(), "--data", restored.toString(), "--without-checkpoint"),
                "is not empty; a backup is only restored to a new directory");
        Files.copy(data.resolve("keystore.passphrase"), restored.resolve("keystore.passphrase"));

        SystemProcess reset = run("administrator", "reset", "--data", restored.toString());
        assertDone(reset);
        Path secret = restored.resolve("admin.credentials");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        String ofTheFirst = Files.readString(secret);
        assertThat(ofTheFirst).isNotEqualTo(Files.readString(data.resolve("admin.credentials")));
        assertDone(run("administrator", "reset", "--data", restored.toString(), "--account", second));
        assertThat(Files.readString(secret)).isEqualTo(ofTheFirst);
        assertThat(Files.readString(restored.resolve("administrator-" + second + ".credentials")))
                .contains(second)
                .isNotEqualTo(ofTheFirst);

        try (SystemProcess system = SystemProcess.serve(restored).awaitReady()) {
            assertThat(system.postToCommandSide("/api/v1/network", "{\"founderId\":\"founder\"}")
                            .headers()
                            .firstValue("Idempotency-Replayed"))
                    .contains("true");
            String events = system.getFromQuerySide("/api/v1/events?from=0").body();
            assertThat(events.lines().filter(line -> line.contains("\"channel\":\"machine\"")))
                    .extracting(line -> line.replaceFirst(".*\"type\":\"([a-z.-]+)\".*", "$1"))
                    .containsExactly(
                            "account.credential-revoked", "account.credential-issued", "account.credential-issued");
            assertThat(events.lines().filter(line -> line.contains("\"type\":\"wallet.opened\"")))
                    .isNotEmpty();
            checkpointOver(system, head(system) + 1);
            assertThat(system.terminate()).isEqualTo(143);
        }
    }

    @Test
    void whatABackupLacksOrHasOtherwiseIsFoundBeforeAnythingIsPutBack() throws Exception {
        Path data = parent.resolve("data");
        Path backup = parent.resolve("backup");
        assertRefused(run("backup", backup.toString(), "--data", data.toString()), "is no data directory of a system");
        assertThat(data).doesNotExist();
        try (SystemProcess system = SystemProcess.serve(data).awaitReady()) {
            assertThat(system.terminate()).isEqualTo(143);
        }
        assertDone(run("backup", backup.toString(), "--data", data.toString()));
        assertRefused(run("backup", backup.toString(), "--data", data.toString()), "is there already");

        Path file = backup.resolve("postgres/PG_VERSION");
        Files.writeString(file, "x", StandardOpenOption.APPEND);
        Path restored = Files.createDirectory(parent.resolve("restored"));
        assertRefused(
                run("restore", backup.toString(), "--data", restored.toString(), "--without-checkpoint"),
                "In the backup postgres/PG_VERSION is not what was backed up; take another one");
        Files.delete(file);
        assertRefused(
                run("restore", backup.toString(), "--data", restored.toString(), "--without-checkpoint"),
                "The backup lacks postgres/PG_VERSION; take another one");
        Files.writeString(backup.resolve("manifest.json"), "{");
        assertRefused(
                run("restore", backup.toString(), "--data", restored.toString(), "--without-checkpoint"),
                "manifest.json is damaged; take another backup");
        assertThat(restored).isEmptyDirectory();
        assertThat(run("restore", backup.toString()).awaitExit()).isEqualTo(2);
        try (var left = Files.list(parent)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("data", "backup", "restored");
        }
    }

    private static String administratorMadeBy(SystemProcess system) throws IOException, InterruptedException {
        String id = system.postToCommandSide("/api/v1/accounts", "{\"kind\":\"CLIENT\"}")
                .body()
                .replaceFirst(".*\"accountId\":\"([^\"]+)\".*", "$1");
        assertThat(system.postToCommandSide("/api/v1/accounts/" + id + "/roles", "{\"role\":\"ADMIN\"}")
                        .statusCode())
                .isEqualTo(201);
        return id;
    }

    private SystemProcess run(String... arguments) throws IOException {
        return SystemProcess.start(parent.resolve("none"), arguments);
    }

    private static void assertDone(SystemProcess process) throws InterruptedException {
        assertThat(process.awaitExit()).as(process.console()).isZero();
    }

    private static void assertRefused(SystemProcess process, String reason) throws InterruptedException {
        assertThat(process.awaitExit()).as(process.console()).isEqualTo(1);
        assertThat(process.console().lines().filter(line -> line.startsWith("Error: ")))
                .singleElement()
                .asString()
                .contains(reason);
        assertThat(process.console()).doesNotContain("\tat ", "Exception");
    }

    private static void assertNoSecretIsOpenIn(Path backup, Path data) throws IOException {
        String passphrase =
                Files.readString(data.resolve("keystore.passphrase")).strip();
        try (var files = Files.walk(backup)) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .endsWith("------"))
                    .noneMatch(file -> file.endsWith("keystore.passphrase") || file.endsWith("admin.credentials"));
        }
        assertThat(Files.readString(backup.resolve("manifest.json"))).doesNotContain(passphrase);
    }

    private static long head(SystemProcess system) throws Exception {
        String events = system.getFromQuerySide("/api/v1/events?from=0").body();
        return events.lines().count() - 1;
    }

    /** The checkpoint that covers so many events, once it was signed. */
    private static String checkpointOver(SystemProcess system, long size) {
        String[] seen = {""};
        await().atMost(LIMIT).untilAsserted(() -> {
            HttpResponse<String> answer = SystemProcess.get(system.querySide().resolve("/checkpoint"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Long.parseLong(answer.body().lines().toList().get(1))).isGreaterThanOrEqualTo(size);
            seen[0] = answer.body();
        });
        return seen[0];
    }
}
