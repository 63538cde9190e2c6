package com.hotpotspot.standalone.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.standalone.PackagedJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build in the repository that a system was started from, while the system runs. */
class ReplacedJarIT {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    @Test
    void aSystemGoesOnAnsweringAfterItsJarWasReplaced() throws Exception {
        Path script = repository();
        Path copies = directory.resolve("copies");
        try (SystemProcess system = FirstStart.byTheScript(script, copies, directory.resolve("data"))
                .awaitReady()) {
            // In place, as a build does it: whoever has it open reads something else from now on.
            Files.writeString(
                    script.resolveSibling("standalone/target/hotpotspot.jar"), "what a build has written so far");

            // Nobody has asked for any of these yet, so that there are classes still to be loaded.
            assertThat(system.postToCommandSide("/api/v1/network", "{\"founderId\":\"founder\"}")
                            .statusCode())
                    .isEqualTo(201);
            assertThat(system.getFromQuerySide("/api/v1/network/stats").statusCode())
                    .isEqualTo(200);
            assertThat(system.getFromQuerySide("/audit"))
                    .satisfies(page -> assertThat(page.statusCode()).isEqualTo(200))
                    .satisfies(page -> assertThat(page.body()).contains("</html>"));
            String checkpoint = publicly(system, "/checkpoint");
            String key = publicly(system, "/api/v1/audit/verifier-key");
            assertThat(verify(copies, key.strip(), checkpoint)).isZero();
        }
    }

    private static String publicly(SystemProcess system, String path) {
        return await().atMost(LIMIT)
                .until(() -> SystemProcess.get(system.querySide().resolve(path)), answer -> answer.statusCode() == 200)
                .body();
    }

    /** By a second process from the same copy. */
    private int verify(Path copies, String key, String checkpoint) throws IOException, InterruptedException {
        Path copy;
        try (Stream<Path> all = Files.list(copies)) {
            copy = all.toList().getFirst();
        }
        Path read = Files.writeString(directory.resolve("checkpoint"), checkpoint);
        List<String> command = List.of(
                PackagedJar.JAVA,
                "-jar",
                copy.resolve("hotpotspot.jar").toString(),
                "verify",
                "checkpoint",
                "--log",
                key,
                "--checkpoint",
                read.toString());
        Process verify = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("verify.txt").toFile())
                .start();
        try {
            assertThat(verify.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return verify.exitValue();
        } finally {
            verify.destroyForcibly();
        }
    }

    private Path repository() throws IOException {
        Path repository = directory.resolve("repository");
        Path target = Files.createDirectories(repository.resolve("standalone/target"));
        Files.copy(PackagedJar.FILE, target.resolve("hotpotspot.jar"));
        Path settings = Files.createDirectories(repository.resolve(".mvn"));
        Files.copy(REPOSITORY.resolve(".mvn/find-jdk.sh"), settings.resolve("find-jdk.sh"));
        Path script = repository.resolve("hotpotspot");
        Files.copy(REPOSITORY.resolve("hotpotspot"), script);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }
}
