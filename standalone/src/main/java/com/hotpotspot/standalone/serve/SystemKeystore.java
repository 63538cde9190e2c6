package com.hotpotspot.standalone.serve;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import com.hotpotspot.command.receipt.ClaimCodes;
import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.keystore.KeystoreException;
import com.hotpotspot.keystore.Passphrase;
import com.hotpotspot.standalone.database.CannotStartException;
import com.hotpotspot.standalone.database.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keystore of a data directory. At the first start there is nobody to ask, so its passphrase is made up and lies
 * beside it, until an operator takes it away and gives it to later starts through the environment.
 *
 * @param properties what each side has to be told
 */
record SystemKeystore(Map<String, Object> properties) {

    private static final Logger LOG = LoggerFactory.getLogger(SystemKeystore.class);

    private static final String PASSPHRASE = "HOTPOTSPOT_KEYSTORE_PASSPHRASE";
    private static final String PASSPHRASE_FILE = "HOTPOTSPOT_KEYSTORE_PASSPHRASE_FILE";

    /**
     * Makes the keystore if there is none; a start finishes what an earlier one left half done.
     *
     * @throws CannotStartException if one of the two files is there without the other
     */
    static SystemKeystore in(Path directory, Map<String, String> environment) {
        Path file = directory.resolve(DataDirectory.KEYSTORE);
        Path beside = directory.resolve("keystore.passphrase");
        try {
            String passphrase = environment.getOrDefault(PASSPHRASE, "");
            String passphraseFile = environment.getOrDefault(PASSPHRASE_FILE, "");
            if (!passphrase.isEmpty() || !passphraseFile.isEmpty()) {
                return given(file, passphrase, passphraseFile);
            }
            makeUnlessThere(file, beside);
            requirePassphraseIn(beside);
            return with(file, "passphrase-file", beside.toString());
        } catch (KeystoreException | IOException e) {
            throw new CannotStartException(e, "Cannot use the keystore");
        }
    }

    private static SystemKeystore given(Path file, String passphrase, String passphraseFile) {
        if (!passphrase.isEmpty() && !passphraseFile.isEmpty()) {
            throw new CannotStartException("Set only one of %s and %s", PASSPHRASE, PASSPHRASE_FILE);
        }
        if (Files.notExists(file)) {
            try (Passphrase opener = passphrase.isEmpty()
                    ? Passphrase.readFrom(Path.of(passphraseFile))
                    : Passphrase.of(passphrase.toCharArray())) {
                make(file, opener);
            }
        }
        return passphrase.isEmpty()
                ? with(file, "passphrase-file", passphraseFile)
                : with(file, "passphrase", passphrase);
    }

    private static void makeUnlessThere(Path file, Path beside) throws IOException {
        Path draft = beside.resolveSibling(beside.getFileName() + ".draft");
        if (Files.exists(beside)) {
            if (Files.notExists(file)) {
                throw new CannotStartException(
                        "%s is missing, whose passphrase is in %s; put it back from a backup", file, beside);
            }
            return;
        }
        if (Files.notExists(file)) {
            try (Passphrase passphrase = Passphrase.generate()) {
                passphrase.writeTo(draft);
                make(file, passphrase);
            }
        } else if (Files.notExists(draft)) {
            throw new CannotStartException(
                    "%s is missing, which opens %s; put it back, or set %s or %s",
                    beside, file, PASSPHRASE, PASSPHRASE_FILE);
        }
        Files.move(draft, beside, ATOMIC_MOVE);
        LOG.warn(
                "The passphrase of the keystore was made up and lies beside it in {}. Whoever copies both has every"
                        + " secret: move it to where only you can read it, and name that in {}.",
                beside,
                PASSPHRASE_FILE);
    }

    /** Whether it opens the keystore is for the sides to find out; that it is one at all costs nothing to see. */
    private static void requirePassphraseIn(Path beside) {
        try (Passphrase readable = Passphrase.readFrom(beside)) {
            LOG.debug("There is {} in {}", readable, beside);
        } catch (KeystoreException e) {
            throw new CannotStartException(
                    e,
                    "%s cannot be used as the keystore's passphrase, unless %s or %s names another",
                    beside,
                    PASSPHRASE,
                    PASSPHRASE_FILE);
        }
    }

    private static void make(Path file, Passphrase passphrase) {
        try (Keystore keystore = Keystore.create(file, passphrase)) {
            ClaimCodes.makeSecretIn(keystore);
        }
        LOG.warn("Made a new keystore {}. Receipts printed with an earlier one cannot be claimed with it.", file);
    }

    private static SystemKeystore with(Path file, String property, String value) {
        return new SystemKeystore(
                Map.of("hotpotspot.keystore.file", file.toString(), "hotpotspot.keystore." + property, value));
    }

    @Override
    public String toString() {
        return "the keystore of the data directory";
    }
}
