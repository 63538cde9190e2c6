package com.hotpotspot.tlog.note;

import com.hotpotspot.tlog.format.FormatException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) by the platform's own provider, with keys as their 32 bytes. */
final class Ed25519 {

    static final int KEY_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;

    private static final String ALGORITHM = "Ed25519";

    /** What stands before the 32 bytes in a SubjectPublicKeyInfo (RFC 8410, section 4). */
    private static final byte[] PUBLIC_KEY_INFO = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    /** @throws FormatException if {@code bytes} are not the encoding of a point of the curve */
    static PublicKey publicKey(byte[] bytes) {
        FormatException.unless(bytes.length == KEY_BYTES, "an Ed25519 public key has 32 bytes");
        byte[] encoded = Arrays.copyOf(PUBLIC_KEY_INFO, PUBLIC_KEY_INFO.length + KEY_BYTES);
        System.arraycopy(bytes, 0, encoded, PUBLIC_KEY_INFO.length, KEY_BYTES);
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
            // Only here does the platform look whether there is such a point.
            Signature.getInstance(ALGORITHM).initVerify(key);
            return key;
        } catch (InvalidKeyException e) {
            throw new FormatException("an Ed25519 public key is no point of the curve", e);
        } catch (GeneralSecurityException e) {
            throw platformLacks(e);
        }
    }

    static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature verification = Signature.getInstance(ALGORITHM);
            verification.initVerify(key);
            verification.update(message);
            return verification.verify(signature);
        } catch (SignatureException e) {
            return false; // of another length, or not a signature's two numbers at all
        } catch (GeneralSecurityException e) {
            throw platformLacks(e);
        }
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signing = Signature.getInstance(ALGORITHM);
            signing.initSign(key);
            signing.update(message);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw platformLacks(e);
        }
    }

    /** @throws IllegalArgumentException if the seed has not 32 bytes */
    static KeyPair keyPair(byte[] seed) {
        if (seed.length != KEY_BYTES) {
            throw new IllegalArgumentException("an Ed25519 seed has 32 bytes");
        }
        try {
            // The platform derives a public key only while it generates a pair, so the pair's randomness is the seed.
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new SeedInPlaceOfRandomness(seed));
            KeyPair pair = generator.generateKeyPair();
            boolean ofTheSeed = pair.getPrivate() instanceof EdECPrivateKey key
                    && key.getBytes()
                            .filter(bytes -> Arrays.equals(bytes, seed))
                            .isPresent();
            if (!ofTheSeed) {
                throw new IllegalStateException("this platform makes Ed25519 keys in a way that is not known here");
            }
            return pair;
        } catch (GeneralSecurityException e) {
            throw platformLacks(e);
        }
    }

    static byte[] bytes(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    }

    private static IllegalStateException platformLacks(GeneralSecurityException e) {
        return new IllegalStateException("every Java platform from 15 on has Ed25519", e);
    }

    private static final class SeedInPlaceOfRandomness extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] seed;

        SeedInPlaceOfRandomness(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
