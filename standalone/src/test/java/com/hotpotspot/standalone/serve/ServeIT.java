package com.hotpotspot.standalone.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The jar as an operator meets it. */
class ServeIT {

    private static final int TERMINATED = 143;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path parent;

    @Test
    void aSystemServesAloneSurvivesAKillAndStopsCleanly() throws Exception {
        Path data = parent.resolve("data");
        try (SystemProcess first = FirstStart.ofTheJar(data).awaitReady()) {
            assertServing(first);
            assertTheAdministratorKnowsHowToSignIn(first);
            assertNoOtherStartsBeside(first, data);
            assertThat(foundNetwork(first).statusCode()).isEqualTo(201);

            first.killAtOnce();
            assertThat(first.databaseServers())
                    .as("the database server lives on")
                    .isNotEmpty();

            try (SystemProcess second = FirstStart.ofTheJar(data).awaitReady()) {
                assertServing(second);
                assertNothingIsForgotten(second);

                assertThat(second.terminate()).isEqualTo(TERMINATED);

                assertThat(second.console())
                        .endsWith("Stopping ...\nStopped.\n")
                        .doesNotContain("Error", "WARN");
                assertThat(second.databaseServers()).isEmpty();
            }
        }
    }

    @Test
    void aDamagedDatabaseIsOneClearLine() throws Exception {
        Path data = Files.createDirectories(parent.resolve("data"));
        Files.createFile(data.resolve("hotpotspot.lock"));
        Path cluster = Files.createDirectories(data.resolve("postgres"));
        Files.writeString(cluster.resolve("PG_VERSION"), "18\n");
        Files.writeString(data.resolve("database.credentials"), "");

        assertRefused(
                FirstStart.ofTheJar(data),
                "Error: The database in %s is damaged: global/pg_control is missing".formatted(cluster.toRealPath()));
    }

    @Test
    void aSystemThatIsToStopInTheMiddleOfItsStartDoesNotGoOnWithIt() throws Exception {
        Path data = parent.resolve("data");
        Path log = data.resolve("logs").resolve("hotpotspot.log");
        try (SystemProcess system = SystemProcess.serve(data)) {
            await().atMost(LIMIT)
                    .until(() -> Files.exists(log) && Files.readString(log).contains("Tomcat initialized"));

            assertThat(system.terminate()).isEqualTo(TERMINATED);

            assertThat(system.console()).endsWith("Stopping ...\nStopped.\n").doesNotContain("Error", "WARN");
            assertThat(Files.readString(log)).doesNotContain("Started QuerySideApplication");
            assertThat(system.databaseServers()).isEmpty();
        }
    }

    private static void assertServing(SystemProcess system) throws Exception {
        for (URI side : List.of(system.commandSide(), system.querySide())) {
            assertThat(SystemProcess.get(side.resolve("/api/v1/health")).statusCode())
                    .isEqualTo(200);
        }
        assertThat(SystemProcess.get(system.querySide().resolve("/api/v1/network/stats"))
                        .statusCode())
                .as("nobody comes in without a token")
                .isEqualTo(401);
        assertThat(system.databaseServers()).isNotEmpty();
        assertThat(system.console()).contains("loopback");
    }

    private static void assertTheAdministratorKnowsHowToSignIn(SystemProcess system) throws Exception {
        Path file = system.administrator().toRealPath();
        String secret = JsonMapper.shared()
                .readTree(Files.readString(file))
                .path("clientSecret")
                .asString();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(system.console())
                .contains("Sign in on the pages as administrator, with the clientSecret in " + file)
                .doesNotContain(secret);
        assertThat(Files.readString(file.resolveSibling("logs").resolve("hotpotspot.log")))
                .doesNotContain(secret);
    }

    private void assertNoOtherStartsBeside(SystemProcess system, Path data) throws Exception {
        assertRefused(
                FirstStart.ofTheJar(data),
                String.format(
                        Locale.ROOT,
                        "Error: %s is in use by another instance (process %d)",
                        data.toRealPath(),
                        system.processId()));
        assertRefused(
                FirstStart.ofTheJar(parent.resolve("other"), system.commandPort(), FreePort.any()),
                String.format(
                        Locale.ROOT,
                        "Error: Port %d for the command side is not free, choose another with --command-port",
                        system.commandPort()));
    }

    private static void assertNothingIsForgotten(SystemProcess system) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(foundNetwork(system).headers().firstValue("Idempotency-Replayed"))
                        .contains("true"));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(
                                system.getFromQuerySide("/api/v1/network/stats").body())
                        .contains("\"founded\":true"));
    }

    private static HttpResponse<String> foundNetwork(SystemProcess system) throws Exception {
        return system.postToCommandSide("/api/v1/network", "{\"founderId\":\"founder\"}");
    }

    private static void assertRefused(SystemProcess refused, String firstWords) throws InterruptedException {
        // Not closed, for that would also end the database of another instance on the same directory.
        assertThat(refused.awaitExit()).isEqualTo(1);
        assertThat(refused.console().lines().filter(line -> line.startsWith("Error")))
                .singleElement()
                .asString()
                .startsWith(firstWords);
        assertThat(refused.console()).doesNotContain("\tat ", "Exception");
    }
}
