package com.hotpotspot.standalone.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.standalone.database.CannotStartException;
import com.hotpotspot.testing.Spoilt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** The list of a backup, which whoever has the backup may have changed. */
class HostileManifestTest {

    private static final BackupManifest MANIFEST = new BackupManifest(
            BackupManifest.FORMAT,
            "2026-11-28T09:12:05Z",
            4_711,
            "hotpotspot.example/log\n4711\n",
            List.of("postgres", "postgres/base"),
            List.of(new BackedUpFile("postgres/base/16384", 8_192, "0a".repeat(32))));

    private static final Path DIRECTORY = directory();

    private static Path directory() {
        try {
            return Files.createTempDirectory("hostile");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterContainer
    static void leaveNothing() throws IOException {
        Files.delete(DIRECTORY.resolve(BackupManifest.NAME));
        Files.delete(DIRECTORY);
    }

    @Property
    void aSpoiltListNamesFilesBelowOrIsRefused(@ForAll long seed) throws IOException {
        byte[] spoilt = Spoilt.bytes(MANIFEST.bytes(), new Random(seed));
        Files.write(DIRECTORY.resolve(BackupManifest.NAME), spoilt);
        try {
            BackupManifest read = Spoilt.withinMeasure(spoilt.length, () -> BackupManifest.of(DIRECTORY));

            assertThat(read.files())
                    .allSatisfy(
                            file -> assertThat(DIRECTORY.resolve(file.path()).normalize())
                                    .startsWithRaw(DIRECTORY));
            Files.write(DIRECTORY.resolve(BackupManifest.NAME), read.bytes());
            assertThat(BackupManifest.of(DIRECTORY)).isEqualTo(read);
        } catch (CannotStartException refused) {
            assertThat(String.valueOf(refused.getMessage()).length()).isBetween(1, 500);
        }
    }

    @Example
    void aFileThatLiesDeepIsNotLookedForInDepth() throws IOException {
        BackupManifest deep = new BackupManifest(
                BackupManifest.FORMAT,
                MANIFEST.madeAt(),
                MANIFEST.events(),
                MANIFEST.checkpoint(),
                List.of(),
                List.of(new BackedUpFile("a/".repeat(50_000) + "a", 1, "0a".repeat(32))));
        Files.write(DIRECTORY.resolve(BackupManifest.NAME), deep.bytes());

        assertThat(BackupManifest.of(DIRECTORY)).isEqualTo(deep);
    }
}
