package com.hotpotspot.standalone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path parent;

    @Test
    void isMadeForItsOwnerOnly() throws IOException {
        try (DataDirectory data = DataDirectory.open(parent.resolve("new").resolve("data"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.root())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void isUsedByOneAtATime() {
        try (DataDirectory first = DataDirectory.open(parent)) {
            assertThatExceptionOfType(CannotStartException.class)
                    .isThrownBy(() -> DataDirectory.open(parent).close())
                    .withMessage(
                            "%s is in use by another instance (process %d)",
                            first.root(), ProcessHandle.current().pid());
        }
        try (DataDirectory next = DataDirectory.open(parent)) {
            assertThat(next.root()).isDirectory();
        }
    }

    @Test
    void isNotAFile() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> DataDirectory.open(file).close())
                .withMessage("%s is not a directory", file);
        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> DataDirectory.open(file.resolve("below")).close())
                .withMessageStartingWith("Cannot use %s as the data directory: ", file.resolve("below"));
    }

    @Test
    void isNeverMadeOfADirectoryThatHoldsSomethingElse() throws IOException {
        Path home = Files.createDirectory(parent.resolve("home"));
        Files.createFile(home.resolve("letter"));
        String before = PosixFilePermissions.toString(Files.getPosixFilePermissions(home));

        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> DataDirectory.open(home).close())
                .withMessageContaining("holds something else");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo(before);
        assertThat(home).isDirectoryContaining("glob:**/letter").isDirectoryNotContaining("glob:**/hotpotspot.lock");
    }
}
