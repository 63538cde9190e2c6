package com.hotpotspot.standalone.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.keystore.KeystoreException;
import com.hotpotspot.keystore.Passphrase;
import com.hotpotspot.keystore.SecretName;
import com.hotpotspot.standalone.database.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemKeystoreTest {

    private static final Map<String, String> NOTHING_SET = Map.of();

    @TempDir
    Path directory;

    private Path file = Path.of("set before each test");
    private Path passphraseFile = Path.of("set before each test");

    @BeforeEach
    void names() {
        file = directory.resolve("keystore");
        passphraseFile = directory.resolve("keystore.passphrase");
    }

    @Test
    void aFirstStartMakesKeystoreAndPassphrase() throws IOException {
        SystemKeystore keystore = SystemKeystore.in(directory, NOTHING_SET);

        assertThat(keystore.properties())
                .isEqualTo(Map.of(
                        "hotpotspot.keystore.file", file.toString(),
                        "hotpotspot.keystore.passphrase-file", passphraseFile.toString()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passphraseFile)))
                .isEqualTo("rw-------");
        assertThat(claimSecret(Passphrase.readFrom(passphraseFile))).hasSize(32);
    }

    @Test
    void laterStartsTakeWhatIsThere() throws IOException {
        SystemKeystore first = SystemKeystore.in(directory, NOTHING_SET);
        byte[] before = Files.readAllBytes(file);

        assertThat(SystemKeystore.in(directory, NOTHING_SET)).isEqualTo(first);
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aPassphraseThatWasMovedAwayComesFromTheEnvironment() throws IOException {
        SystemKeystore.in(directory, NOTHING_SET);
        Path moved = Files.move(passphraseFile, directory.resolve("elsewhere"));
        String passphrase = Files.readString(moved).strip();

        assertThat(SystemKeystore.in(directory, Map.of("HOTPOTSPOT_KEYSTORE_PASSPHRASE", passphrase))
                        .properties())
                .containsEntry("hotpotspot.keystore.passphrase", passphrase);
        assertThat(SystemKeystore.in(directory, Map.of("HOTPOTSPOT_KEYSTORE_PASSPHRASE_FILE", moved.toString()))
                        .properties())
                .containsEntry("hotpotspot.keystore.passphrase-file", moved.toString());
        assertThat(passphraseFile).doesNotExist();
    }

    @Test
    void aPassphraseFromTheEnvironmentSealsANewKeystore() {
        SystemKeystore keystore =
                SystemKeystore.in(directory, Map.of("HOTPOTSPOT_KEYSTORE_PASSPHRASE", "correct horse battery"));

        assertThat(passphraseFile).doesNotExist();
        assertThat(claimSecret(Passphrase.of("correct horse battery".toCharArray())))
                .hasSize(32);
        assertThat(keystore.toString()).doesNotContain("horse");
    }

    @Test
    void aMissingPassphraseIsNotMadeUpAgain() throws IOException {
        SystemKeystore.in(directory, NOTHING_SET);
        Files.delete(passphraseFile);

        assertRefused(passphraseFile + " is missing, which opens " + file);
    }

    @Test
    void aMissingKeystoreIsNotMadeAgain() throws IOException {
        SystemKeystore.in(directory, NOTHING_SET);
        Files.delete(file);

        assertRefused(file + " is missing, whose passphrase is in " + passphraseFile);
        assertThat(file).doesNotExist();
    }

    @Test
    void aFirstStartThatWasCutShortIsFinished() throws IOException {
        Path draft = directory.resolve("keystore.passphrase.draft");
        Files.writeString(draft, "of a start that died before the keystore was there");
        SystemKeystore.in(directory, NOTHING_SET);
        assertThat(claimSecret(Passphrase.readFrom(passphraseFile))).hasSize(32);

        Files.move(passphraseFile, draft);
        SystemKeystore.in(directory, NOTHING_SET);

        assertThat(claimSecret(Passphrase.readFrom(passphraseFile))).hasSize(32);
        assertThat(draft).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "two\nlines of it", "\u0000\u0001\u0002 rubbish of a crash"})
    void aPassphraseFileThatACrashDamagedIsNamed(String content) throws IOException {
        SystemKeystore.in(directory, NOTHING_SET);
        Files.writeString(passphraseFile, content);

        assertRefused(passphraseFile + " cannot be used as the keystore's passphrase, unless"
                + " HOTPOTSPOT_KEYSTORE_PASSPHRASE or HOTPOTSPOT_KEYSTORE_PASSPHRASE_FILE names another: ");
        assertThat(passphraseFile).hasContent(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"format\":\"hotp", "\u0000\u0001\u0002 rubbish of a crash"})
    void aKeystoreThatACrashDamagedIsNamedAndKept(String content) throws IOException {
        SystemKeystore.in(directory, NOTHING_SET);
        Files.writeString(file, content);
        SystemKeystore.in(directory, NOTHING_SET);

        assertThatExceptionOfType(KeystoreException.class)
                .isThrownBy(() -> claimSecret(Passphrase.readFrom(passphraseFile)))
                .withMessageContaining(file.toRealPath() + " is damaged, or is not a keystore");
        assertThat(file).hasContent(content);
    }

    @Test
    void leftoversOfACrashDoNoHarm() throws IOException {
        SystemKeystore first = SystemKeystore.in(directory, NOTHING_SET);
        for (String leftover : List.of("keystore.lock", "keystore.new", "keystore.passphrase.draft")) {
            Files.writeString(directory.resolve(leftover), "rubbish");
        }

        assertThat(SystemKeystore.in(directory, NOTHING_SET)).isEqualTo(first);
        assertThat(claimSecret(Passphrase.readFrom(passphraseFile))).hasSize(32);
    }

    @Test
    void variablesSetToNothingAreNotSet() {
        assertThat(SystemKeystore.in(
                                directory,
                                Map.of("HOTPOTSPOT_KEYSTORE_PASSPHRASE", "", "HOTPOTSPOT_KEYSTORE_PASSPHRASE_FILE", ""))
                        .properties())
                .containsEntry("hotpotspot.keystore.passphrase-file", passphraseFile.toString());
    }

    @Test
    void twoPassphrasesAreOneTooMany() {
        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> SystemKeystore.in(
                        directory,
                        Map.of(
                                "HOTPOTSPOT_KEYSTORE_PASSPHRASE", "correct horse battery",
                                "HOTPOTSPOT_KEYSTORE_PASSPHRASE_FILE", "file")))
                .withMessageStartingWith("Set only one of");
    }

    private void assertRefused(String firstWords) {
        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> SystemKeystore.in(directory, NOTHING_SET))
                .withMessageStartingWith(firstWords);
    }

    private byte[] claimSecret(Passphrase passphrase) {
        try (passphrase;
                Keystore keystore = Keystore.open(file, passphrase)) {
            return keystore.secret(SecretName.CLAIM_CODES).orElseThrow().bytes();
        }
    }
}
