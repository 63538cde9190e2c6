package com.hotpotspot.command.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hotpotspot.keystore.KeystoreLocation;
import com.hotpotspot.keystore.KeystoreNotOpenException;
import com.hotpotspot.keystore.TestKeystore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class KeystoreLocationTest {

    private static final Path FILE = TestKeystore.shared().file();
    private static final Path PASSPHRASE_FILE = TestKeystore.shared().passphraseFile();

    @TempDir
    Path directory;

    @Test
    void openWithAPassphraseFromAFileOrFromTheEnvironment() throws IOException {
        String passphrase = Files.readString(PASSPHRASE_FILE).strip();

        new KeystoreLocation(FILE, PASSPHRASE_FILE, null).open().close();
        new KeystoreLocation(FILE, null, passphrase).open().close();
    }

    @Test
    void areReadFromVariablesOfTheEnvironment() {
        assertThat(fromVariables(Map.of(
                        "HOTPOTSPOT_KEYSTORE_FILE", "keystore",
                        "HOTPOTSPOT_KEYSTORE_PASSPHRASE", "correct horse battery")))
                .isEqualTo(new KeystoreLocation(Path.of("keystore"), null, "correct horse battery"));
        assertThat(fromVariables(Map.of(
                        "HOTPOTSPOT_KEYSTORE_FILE", "keystore",
                        "HOTPOTSPOT_KEYSTORE_PASSPHRASE_FILE", "keystore.passphrase")))
                .isEqualTo(new KeystoreLocation(Path.of("keystore"), Path.of("keystore.passphrase"), null));
    }

    @Test
    void takeWhatIsSetToNothingAsNotSet() {
        assertThat(new KeystoreLocation(Path.of("keystore"), Path.of(""), "correct horse battery"))
                .isEqualTo(new KeystoreLocation(Path.of("keystore"), null, "correct horse battery"));
        assertThat(new KeystoreLocation(Path.of(""), Path.of("keystore.passphrase"), ""))
                .isEqualTo(new KeystoreLocation(null, Path.of("keystore.passphrase"), null));
    }

    @Test
    void nameTheCommandThatMakesAMissingKeystore() {
        Path missing = directory.resolve("none");

        assertRefused(
                new KeystoreLocation(missing, PASSPHRASE_FILE, null),
                "There is no keystore %s; put it back from a backup,"
                        + " or make one with: hotpotspot keystore create --file %s",
                missing,
                missing);
        assertRefused(
                new KeystoreLocation(null, null, null),
                "No keystore is named (hotpotspot.keystore.file); if there is none yet,"
                        + " make one with: hotpotspot keystore create --file FILE");
        assertThat(missing).doesNotExist();
    }

    @Test
    void sayThatThePassphraseIsMissingOrGivenTwice() {
        String reason = "The keystore %s needs one passphrase: set HOTPOTSPOT_KEYSTORE_PASSPHRASE,"
                + " or let hotpotspot.keystore.passphrase-file name the file that holds it";

        assertRefused(new KeystoreLocation(FILE, null, null), reason, FILE);
        assertRefused(new KeystoreLocation(FILE, PASSPHRASE_FILE, "another one"), reason, FILE);
        assertRefused(
                new KeystoreLocation(FILE, directory.resolve("none"), null),
                "There is no passphrase file %s",
                directory.resolve("none"));
    }

    @Test
    void neverShowThePassphrase() throws IOException {
        KeystoreLocation settings = new KeystoreLocation(FILE, null, "a wrong passphrase");

        assertThat(settings).hasToString("keystore " + FILE);
        assertRefused(
                settings,
                "The passphrase does not open the keystore %s, or somebody changed the file",
                FILE.toRealPath());
    }

    private static void assertRefused(KeystoreLocation settings, String message, Object... arguments) {
        assertThatExceptionOfType(KeystoreNotOpenException.class)
                .isThrownBy(settings::open)
                .withMessage(message, arguments);
    }

    private static KeystoreLocation fromVariables(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment)
                .bind("hotpotspot.keystore", KeystoreLocation.class)
                .get();
    }
}
