package com.hotpotspot.verifier.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.InstantSource;

/**
 * Signs notes in one name. A log must never sign a checkpoint that contradicts an earlier one, nor may a witness; that
 * is for who calls this to hold.
 */
public final class NoteSigner {

    private final PrivateKey privateKey;
    private final VerifierKey verifierKey;
    private final InstantSource clock;

    private NoteSigner(KeyName name, SignatureType type, byte[] seed, InstantSource clock) {
        KeyPair pair = Ed25519.keyPair(seed);
        this.privateKey = pair.getPrivate();
        this.verifierKey = new VerifierKey(name, type, Ed25519.bytes(pair.getPublic()));
        this.clock = clock;
    }

    /**
     * A log's signer.
     *
     * @param seed the private key of RFC 8032, 32 bytes
     * @throws IllegalArgumentException if the seed has another length
     */
    public static NoteSigner ofLog(KeyName name, byte[] seed) {
        return new NoteSigner(name, SignatureType.ED25519, seed, InstantSource.system());
    }

    /**
     * A witness's signer, whose signatures say when they were made.
     *
     * @param seed the private key of RFC 8032, 32 bytes, used by this witness for nothing else
     * @throws IllegalArgumentException if the seed has another length
     */
    public static NoteSigner ofWitness(KeyName name, byte[] seed, InstantSource clock) {
        return new NoteSigner(name, SignatureType.COSIGNATURE, seed, clock);
    }

    /** What others need in order to verify. */
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /** Signs the text of a note, which ends with a line feed. */
    public NoteSignature sign(String text) {
        byte[] signature = switch (verifierKey.type()) {
            case ED25519 -> Ed25519.sign(privateKey, text.getBytes(UTF_8));
            case COSIGNATURE ->
                TimestampedSignature.sign(privateKey, clock.instant().getEpochSecond(), text)
                        .bytes();
        };
        return new NoteSignature(verifierKey.name(), verifierKey.id(), signature);
    }
}
