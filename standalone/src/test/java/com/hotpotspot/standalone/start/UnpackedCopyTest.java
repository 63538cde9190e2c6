package com.hotpotspot.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedCopyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:12:05Z");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration LONG = Duration.ofDays(3);
    private static final String MINE = "11-1048576-121026019";
    private static final String OTHER = "12-1048576-121026019";

    @TempDir
    Path copies;

    @Test
    void copiesThatNothingRunsFromAreDeleted() throws Exception {
        Path other = copy(OTHER, LONG);
        Path draft = draft("draft-77", LONG);

        deleteOthersThan(copy(MINE, LONG));

        assertThat(other).doesNotExist();
        assertThat(draft).doesNotExist();
        assertThat(copies.resolve(MINE).resolve("hotpotspot.jar")).exists();
    }

    @Test
    void aCopyThatAnotherProcessHoldsStays() throws Exception {
        Path other = copy(OTHER, LONG);
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        other.resolve("hotpotspot.jar").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            await().atMost(LIMIT).until(() -> Files.exists(other.resolve(Holder.HOLDS)) || !holder.isAlive());
            assertThat(holder.isAlive()).isTrue();

            deleteOthersThan(copy(MINE, LONG));

            assertThat(other.resolve("hotpotspot.jar")).exists();
            holder.getOutputStream().close();
            assertThat(holder.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            holder.destroyForcibly();
        }

        deleteOthersThan(copies.resolve(MINE));

        assertThat(other).doesNotExist();
    }

    @Test
    void aCopyThatAStartMayBeOnItsWayToStays() throws Exception {
        Path other = copy(OTHER, Duration.ofMinutes(9));
        Path draft = draft("draft-77", Duration.ofMinutes(9));

        deleteOthersThan(copy(MINE, LONG));

        assertThat(other).exists();
        assertThat(draft).exists();
    }

    @Test
    void whatIsNoCopyIsNobodysToDelete() throws Exception {
        Path stranger = draft("photographs", LONG);

        deleteOthersThan(copy(MINE, LONG));

        assertThat(stranger).exists();
    }

    @Test
    void nothingIsDeletedBesideACopyThatSomebodyUnpackedByHand() throws Exception {
        Path other = copy(OTHER, LONG);

        deleteOthersThan(copy("by-hand", LONG));

        assertThat(other).exists();
    }

    @Test
    void theJarItselfIsNoCopy() throws Exception {
        assertThat(UnpackedCopy.holding(copies.resolve("hotpotspot.jar").toString()))
                .isEmpty();
    }

    private void deleteOthersThan(Path copy) throws IOException {
        try (UnpackedCopy mine =
                UnpackedCopy.holding(copy.resolve("hotpotspot.jar").toString()).orElseThrow()) {
            mine.deleteOthers(NOW);
        }
    }

    private Path copy(String name, Duration age) throws IOException {
        Path copy = draft(name, age);
        Path mark = Files.createFile(copy.resolve(UnpackedCopy.IN_USE));
        Files.setLastModifiedTime(mark, FileTime.from(NOW.minus(age)));
        return copy;
    }

    private Path draft(String name, Duration age) throws IOException {
        Path draft = Files.createDirectory(copies.resolve(name));
        Files.writeString(draft.resolve("hotpotspot.jar"), "classes");
        Files.setLastModifiedTime(draft, FileTime.from(NOW.minus(age)));
        return draft;
    }

    /** Another process that runs from a copy, until its input ends. */
    static final class Holder {

        static final String HOLDS = "holds";

        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            try (UnpackedCopy copy = UnpackedCopy.holding(arguments[0]).orElseThrow()) {
                assertThat(copy).isNotNull();
                Files.createFile(Path.of(arguments[0]).resolveSibling(HOLDS));
                while (System.in.read() >= 0) {
                    // Nobody writes.
                }
            }
        }
    }
}
