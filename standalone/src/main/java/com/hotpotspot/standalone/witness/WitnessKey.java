package com.hotpotspot.standalone.witness;

import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.keystore.KeystoreException;
import com.hotpotspot.keystore.Passphrase;
import com.hotpotspot.keystore.SecretName;
import com.hotpotspot.standalone.database.CannotStartException;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.note.KeyName;
import com.hotpotspot.tlog.note.NoteSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The key of a witness, sealed in a keystore of its own, and its name, which belongs to the key for good. At the first
 * start both are made; the keystore's passphrase is made up, unless the environment has one.
 */
final class WitnessKey {

    private static final String PASSPHRASE = "HOTPOTSPOT_KEYSTORE_PASSPHRASE";
    private static final String PASSPHRASE_FILE = "HOTPOTSPOT_KEYSTORE_PASSPHRASE_FILE";
    private static final int SEED_BYTES = 32;

    private WitnessKey() {}

    /**
     * Opens what is there, or makes it.
     *
     * @param name as given this time; null if none is
     * @throws CannotStartException if the name is missing or another one, or the keystore cannot be used
     */
    static NoteSigner in(Path directory, @Nullable String name, Map<String, String> environment, InstantSource clock) {
        try {
            KeyName known = nameIn(directory.resolve("witness.name"), name);
            try (Passphrase passphrase = passphrase(directory, environment);
                    Keystore keystore = keystore(directory.resolve("keystore"), passphrase)) {
                byte[] seed = keystore.obtain(SecretName.WITNESS, WitnessKey::generate)
                        .bytes();
                NoteSigner signer = NoteSigner.ofWitness(known, seed, clock);
                Arrays.fill(seed, (byte) 0);
                return signer;
            }
        } catch (IOException | KeystoreException e) {
            throw new CannotStartException(e, "Cannot use the key in %s", directory);
        }
    }

    private static KeyName nameIn(Path file, @Nullable String given) throws IOException {
        if (Files.exists(file)) {
            String known = Files.readString(file).strip();
            if (given != null && !given.equals(known)) {
                throw new CannotStartException(
                        "This witness is called %s, and its signatures are worth nothing under another name. Use another --data directory for %s",
                        known, given);
            }
            return new KeyName(known);
        }
        if (given == null) {
            throw new CannotStartException("A new witness needs a name, such as --name witness.example/vake");
        }
        KeyName name = name(given);
        Files.writeString(file, given + "\n");
        return name;
    }

    private static KeyName name(String given) {
        try {
            return new KeyName(given);
        } catch (FormatException e) {
            throw new CannotStartException("A witness cannot be called that: %s", e.getMessage());
        }
    }

    private static Passphrase passphrase(Path directory, Map<String, String> environment) throws IOException {
        String file = environment.getOrDefault(PASSPHRASE_FILE, "");
        String passphrase = environment.getOrDefault(PASSPHRASE, "");
        if (!file.isEmpty() && !passphrase.isEmpty()) {
            throw new CannotStartException("Set only one of %s and %s", PASSPHRASE, PASSPHRASE_FILE);
        }
        if (!file.isEmpty()) {
            return Passphrase.readFrom(Path.of(file));
        }
        if (!passphrase.isEmpty()) {
            return Passphrase.of(passphrase.toCharArray());
        }
        Path beside = directory.resolve("keystore.passphrase");
        if (Files.exists(beside) || Files.exists(directory.resolve("keystore"))) {
            return Passphrase.readFrom(beside);
        }
        Passphrase made = Passphrase.generate();
        made.writeTo(beside);
        return made;
    }

    private static Keystore keystore(Path file, Passphrase passphrase) {
        return Files.exists(file) ? Keystore.open(file, passphrase) : Keystore.create(file, passphrase);
    }

    private static byte[] generate() {
        byte[] seed = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        return seed;
    }
}
