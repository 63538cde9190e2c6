package com.hotpotspot.tlog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.KeyPair;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/**
 * Signs notes in one name. A log must never sign a checkpoint that contradicts an earlier one, nor may a witness; that
 * is for who calls this to hold.
 */
public final class NoteSigner {

    private final UnaryOperator<byte[]> ed25519;
    private final VerifierKey verifierKey;
    private final InstantSource clock;

    private NoteSigner(VerifierKey verifierKey, UnaryOperator<byte[]> ed25519, InstantSource clock) {
        this.verifierKey = verifierKey;
        this.ed25519 = ed25519;
        this.clock = clock;
    }

    private static NoteSigner of(KeyName name, SignatureType type, byte[] seed, InstantSource clock) {
        KeyPair pair = Ed25519.keyPair(seed);
        return new NoteSigner(
                new VerifierKey(name, type, Ed25519.bytes(pair.getPublic())),
                message -> Ed25519.sign(pair.getPrivate(), message),
                clock);
    }

    /**
     * A log's signer.
     *
     * @param seed the private key of RFC 8032, 32 bytes
     * @throws IllegalArgumentException if the seed has another length
     */
    public static NoteSigner ofLog(KeyName name, byte[] seed) {
        return of(name, SignatureType.ED25519, seed, InstantSource.system());
    }

    /**
     * A log's signer whose private key is kept elsewhere.
     *
     * @param publicKey 32 bytes
     * @param ed25519 makes the signature of a message, 64 bytes (RFC 8032)
     */
    public static NoteSigner ofLog(KeyName name, byte[] publicKey, UnaryOperator<byte[]> ed25519) {
        return new NoteSigner(new VerifierKey(name, SignatureType.ED25519, publicKey), ed25519, InstantSource.system());
    }

    /**
     * A witness's signer, whose signatures say when they were made.
     *
     * @param seed the private key of RFC 8032, 32 bytes, used by this witness for nothing else
     * @throws IllegalArgumentException if the seed has another length
     */
    public static NoteSigner ofWitness(KeyName name, byte[] seed, InstantSource clock) {
        return of(name, SignatureType.COSIGNATURE, seed, clock);
    }

    /** What others need in order to verify. */
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /** Signs the text of a note, which ends with a line feed. */
    public NoteSignature sign(String text) {
        byte[] signature = switch (verifierKey.type()) {
            case ED25519 -> ed25519.apply(text.getBytes(UTF_8));
            case COSIGNATURE ->
                TimestampedSignature.sign(ed25519, clock.instant().getEpochSecond(), text)
                        .bytes();
        };
        return new NoteSignature(verifierKey.name(), verifierKey.id(), signature);
    }
}
