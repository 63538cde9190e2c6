package com.hotpotspot.standalone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PostmasterTest {

    @Test
    void aDeadProcessThatItsParentDoesNotCollectHasEnded() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")), "only Linux says that a process is dead");
        Process parent = new ProcessBuilder("sh", "-c", "sleep 300 & echo $!; exec sleep 300").start();
        try (BufferedReader said = parent.inputReader()) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            // From then on there is nobody who would collect the child; the shell before may.
            await().until(() -> parent.info().command().orElse("").endsWith("sleep"));
            CountDownLatch ended = new CountDownLatch(1);
            new Postmaster(child).whenItEnds(ended::countDown);

            child.destroyForcibly();

            await().until(() -> !Postmaster.runs(child));
            assertThat(child.isAlive()).as("its number is still taken").isTrue();
            assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
            new Postmaster(child).awaitEnd(Duration.ofDays(1));
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void aProcessThatWorksHasNotEnded() {
        assertThat(Postmaster.runs(ProcessHandle.current())).isTrue();
    }
}
