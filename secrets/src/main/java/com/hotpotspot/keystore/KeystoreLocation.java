package com.hotpotspot.keystore;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the keystore is and what opens it: the properties {@code hotpotspot.keystore.*} of both sides. Nothing of it
 * has a default, for nothing is made up where a network is run in earnest.
 *
 * @param file the sealed file
 * @param passphraseFile a file that holds the passphrase and that only this process's user may read
 * @param passphrase the passphrase itself, from the environment
 */
public record KeystoreLocation(
        @Nullable Path file,
        @Nullable Path passphraseFile,
        @Nullable String passphrase) {

    private static final String HOW_TO_MAKE_ONE = "make one with: hotpotspot keystore create --file ";

    /** What is set to nothing is not set. */
    public KeystoreLocation {
        file = set(file);
        passphraseFile = set(passphraseFile);
        passphrase = passphrase == null || passphrase.isEmpty() ? null : passphrase;
    }

    private static @Nullable Path set(@Nullable Path path) {
        return path == null || path.toString().isEmpty() ? null : path;
    }

    /** @throws KeystoreNotOpenException with all that an operator needs in one line */
    public Keystore open() {
        if (file == null) {
            throw new KeystoreNotOpenException("No keystore is named (hotpotspot.keystore.file); if there is none yet, "
                    + HOW_TO_MAKE_ONE + "FILE");
        }
        if (Files.notExists(file)) {
            throw new KeystoreNotOpenException("There is no keystore %s; put it back from a backup, or %s%s"
                    .formatted(file, HOW_TO_MAKE_ONE, file));
        }
        try (Passphrase opener = passphraseOf(file)) {
            return Keystore.open(file, opener);
        } catch (KeystoreException e) {
            throw new KeystoreNotOpenException(e);
        }
    }

    private Passphrase passphraseOf(Path keystore) {
        if (passphraseFile != null && passphrase == null) {
            return Passphrase.readFrom(passphraseFile);
        }
        if (passphraseFile == null && passphrase != null) {
            char[] characters = passphrase.toCharArray();
            try {
                return Passphrase.of(characters);
            } finally {
                Arrays.fill(characters, '\0');
            }
        }
        throw new KeystoreNotOpenException(("The keystore %s needs one passphrase: set HOTPOTSPOT_KEYSTORE_PASSPHRASE,"
                        + " or let hotpotspot.keystore.passphrase-file name the file that holds it")
                .formatted(keystore));
    }

    @Override
    public String toString() {
        return "keystore " + file;
    }
}
