package com.hotpotspot.keystore;

import java.nio.file.Path;

/** A keystore like any other, whose passphrase is soon tried: the cost stands in its file. */
public final class CheapKeystore {

    private static final Argon2Cost COST = new Argon2Cost(64, 1, 1);

    private CheapKeystore() {}

    /** Makes one and closes it. */
    public static void create(Path file, Passphrase passphrase) {
        Keystore.create(file, passphrase, COST).close();
    }
}
