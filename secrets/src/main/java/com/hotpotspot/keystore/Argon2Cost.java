package com.hotpotspot.keystore;

import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * How dear it is to try one passphrase (Argon2id, RFC 9106). It stands in the file, so that it may be raised for new
 * files without shutting out the old.
 *
 * @param memoryKib memory in KiB
 */
record Argon2Cost(int memoryKib, int passes, int lanes) {

    /** The second recommendation of RFC 9106, section 4, with one lane: a few tenths of a second. */
    static final Argon2Cost STANDARD = new Argon2Cost(64 * 1024, 3, 1);

    /** Four times what we use; a hostile file shall not eat a machine's memory before it is found out. */
    private static final int MOST_MEMORY_KIB = 4 * 64 * 1024;

    private static final int MOST_PASSES = 16;
    private static final int MOST_LANES = 8;
    private static final int LEAST_KIB_PER_LANE = 8;

    /** Whether a file may ask for this. */
    boolean isBearable() {
        return lanes >= 1
                && lanes <= MOST_LANES
                && passes >= 1
                && passes <= MOST_PASSES
                && memoryKib >= LEAST_KIB_PER_LANE * lanes
                && memoryKib <= MOST_MEMORY_KIB;
    }

    /** The key that a passphrase stands for. */
    byte[] stretch(Passphrase passphrase, byte[] salt, int keyBytes) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] key = new byte[keyBytes];
        byte[] password = passphrase.utf8();
        try {
            argon2.generateBytes(password, key);
            return key;
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }
}
