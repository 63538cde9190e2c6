package com.hotpotspot.keystore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hotpotspot.keystore.KeystoreException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseTest {

    @TempDir
    Path directory;

    @Test
    void isTakenAsItIsInUtf8() {
        assertThat(Passphrase.of("ხინკალი 🥟 khinkali".toCharArray()).utf8())
                .isEqualTo("ხინკალი 🥟 khinkali".getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "only eleven", "two lines\nof text", "a half \ud83e of a pair", "\udd5f a half, too"})
    void isRefusedWhenShortOrNotOneLineOfText(String typed) {
        assertRefused(Reason.UNUSABLE_PASSPHRASE, () -> Passphrase.of(typed.toCharArray()));
    }

    @Test
    void isRefusedWhenEndless() {
        assertRefused(Reason.UNUSABLE_PASSPHRASE, () -> Passphrase.of(new char[Passphrase.LONGEST + 1]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "correct horse battery\n", "correct horse battery\r\n"})
    void isTheOnlyLineOfItsFile(String content) throws IOException {
        assertThat(Passphrase.readFrom(file(content)).utf8()).isEqualTo("correct horse battery".getBytes(UTF_8));
    }

    @Test
    void keepsItsOwnSpaces() throws IOException {
        assertThat(Passphrase.readFrom(file("  correct horse battery \n")).utf8())
                .isEqualTo("  correct horse battery ".getBytes(UTF_8));
    }

    @Test
    void isNotReadFromAFileThatOthersMayRead() throws IOException {
        Path file = file("correct horse battery");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertRefused(Reason.OPEN_TO_OTHERS, () -> Passphrase.readFrom(file));
    }

    @Test
    void isNotReadFromAnythingElse() throws IOException {
        Path binary = file("");
        Files.write(binary, new byte[] {(byte) 0xff, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});

        assertRefused(Reason.UNUSABLE_PASSPHRASE, () -> Passphrase.readFrom(binary));
        assertRefused(Reason.UNUSABLE_PASSPHRASE, () -> Passphrase.readFrom(file("")));
        assertRefused(Reason.UNUSABLE_PASSPHRASE, () -> Passphrase.readFrom(file("first of two\nlines of text\n")));
        assertRefused(Reason.MISSING, () -> Passphrase.readFrom(directory.resolve("none")));
        assertRefused(Reason.DAMAGED, () -> Passphrase.readFrom(file("x".repeat(10_000))));
    }

    @Test
    void thatIsGeneratedCanBeKeptInAPrivateFile() throws IOException {
        Path file = directory.resolve("generated");
        Passphrase generated = Passphrase.generate();

        generated.writeTo(file);

        assertThat(Files.readString(file)).matches("[A-Za-z0-9_-]{32}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Passphrase.readFrom(file).utf8()).isEqualTo(generated.utf8());
        assertThat(Passphrase.generate().utf8()).isNotEqualTo(generated.utf8());
    }

    @Test
    void isWipedWhenClosed() {
        Passphrase passphrase = Passphrase.generate();

        passphrase.close();

        assertThat(passphrase.utf8()).containsOnly(0);
    }

    private Path file(String content) throws IOException {
        Path file = directory.resolve("passphrase");
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private static void assertRefused(Reason reason, ThrowingCallable action) {
        assertThatExceptionOfType(KeystoreException.class)
                .isThrownBy(action)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
