package com.hotpotspot.standalone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                    .withMessage(first.root() + " is in use by another instance (process "
                            + ProcessHandle.current().pid() + ')');
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

    @ParameterizedTest
    @ValueSource(strings = {"a$b", "$(touch x)", "a`b", "a\"b", "a\\b", "a\nb", "a\tb"})
    void hasNoNameThatAShellWouldTakeForSomethingElse(String name) {
        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> DataDirectory.open(parent.resolve(name)).close())
                .withMessageContaining(
                        "cannot be the data directory: its whole name may hold no $, `, \", \\ and no control character")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\n", "\t"));
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void isNotReachedByALinkToSuchAName() throws IOException {
        Path link = parent.resolve("link");
        Files.createSymbolicLink(link, Files.createDirectory(parent.resolve("a$b")));

        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> DataDirectory.open(link.resolve("data")).close())
                .withMessageStartingWith(
                        "%s cannot be the data directory", parent.toRealPath().resolve("a$b/data"));
        assertThat(parent.resolve("a$b")).isEmptyDirectory();
    }

    @Test
    void hasAName() {
        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> DataDirectory.open(Path.of("")).close())
                .withMessage("The data directory needs a name");
        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> DataDirectory.open(
                                Path.of("/", "x".repeat(250), "x".repeat(250), "x".repeat(250), "x".repeat(250)))
                        .close())
                .withMessageStartingWith("The data directory's whole name is too long, it may have 800 bytes: /xxx");
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
