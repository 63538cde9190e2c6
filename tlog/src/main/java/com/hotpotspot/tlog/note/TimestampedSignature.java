package com.hotpotspot.tlog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The {@code timestamped_signature} of c2sp.org/tlog-cosignature: eight bytes of time, then an Ed25519 signature. */
final class TimestampedSignature {

    private static final int BYTES = Long.BYTES + Ed25519.SIGNATURE_BYTES;

    private final long time;
    private final byte[] signature;

    private TimestampedSignature(long time, byte[] signature) {
        this.time = time;
        this.signature = signature;
    }

    /** Whether the blob has the length of one, and a time that is not beyond 2^63-1. */
    static boolean isOne(byte[] blob) {
        return blob.length == BYTES && blob[0] >= 0;
    }

    static TimestampedSignature read(byte[] blob) {
        ByteBuffer buffer = ByteBuffer.wrap(blob);
        long time = buffer.getLong();
        byte[] signature = new byte[Ed25519.SIGNATURE_BYTES];
        buffer.get(signature);
        return new TimestampedSignature(time, signature);
    }

    static TimestampedSignature sign(UnaryOperator<byte[]> ed25519, long time, String text) {
        return new TimestampedSignature(time, ed25519.apply(message(time, text)));
    }

    /** Seconds since 1970, UTC. */
    long time() {
        return time;
    }

    boolean verifies(PublicKey key, String text) {
        return Ed25519.verifies(key, message(time, text), signature);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(time).put(signature).array();
    }

    private static byte[] message(long time, String text) {
        return String.format(Locale.ROOT, "cosignature/v1\ntime %d\n%s", time, text)
                .getBytes(UTF_8);
    }
}
