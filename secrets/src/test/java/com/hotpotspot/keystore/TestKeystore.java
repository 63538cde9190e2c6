package com.hotpotspot.keystore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A keystore for all tests of a JVM, as an operator makes it but for what opening it costs. It ends with the JVM. */
public final class TestKeystore {

    private static final TestKeystore SHARED = new TestKeystore();

    private final Path file;
    private final Path passphraseFile;

    private TestKeystore() {
        try {
            Path directory = Files.createTempDirectory("keystore");
            file = directory.resolve("keystore");
            passphraseFile = directory.resolve("keystore.passphrase");
            try (Passphrase passphrase = Passphrase.generate()) {
                passphrase.writeTo(passphraseFile);
                CheapKeystore.create(file, passphrase);
            }
            directory.toFile().deleteOnExit();
            passphraseFile.toFile().deleteOnExit();
            directory.resolve("keystore.lock").toFile().deleteOnExit();
            file.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TestKeystore shared() {
        return SHARED;
    }

    public Path file() {
        return file;
    }

    public Path passphraseFile() {
        return passphraseFile;
    }
}
