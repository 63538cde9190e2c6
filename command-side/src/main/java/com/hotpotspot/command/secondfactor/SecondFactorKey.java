package com.hotpotspot.command.secondfactor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One version of the key under which secrets of authenticators are kept: AES-256-GCM, for one second factor of one
 * account, so that a row of the table is of no use in place of another. Codes to recover with are kept as what a second
 * key, derived from it, makes of them.
 */
final class SecondFactorKey {

    /** Of what the keystore holds. */
    static final int BYTES = 32;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec sealing;
    private final SecretKeySpec marking;

    SecondFactorKey(byte[] secret) {
        sealing = new SecretKeySpec(mac(new SecretKeySpec(secret, MAC), "hotpotspot/second-factor/seal/1"), "AES");
        marking = new SecretKeySpec(mac(new SecretKeySpec(secret, MAC), "hotpotspot/second-factor/recovery/1"), MAC);
    }

    static byte[] random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Nonce and sealed text. */
    byte[] seal(TotpSecret secret, AccountId account, CredentialId secondFactor) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret.bytes(), account, secondFactor);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException if this was not sealed under this key for this second factor */
    TotpSecret open(byte[] sealed, AccountId account, CredentialId secondFactor) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] text = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        return TotpSecret.of(run(Cipher.DECRYPT_MODE, nonce, text, account, secondFactor));
    }

    /** What is kept of a code to recover with, from which it cannot be told. */
    byte[] mark(RecoveryCode code, CredentialId secondFactor) {
        return mac(marking, secondFactor + "\0" + code.value());
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, AccountId account, CredentialId secondFactor) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((account + "\0" + secondFactor).getBytes(UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "what is kept of second factor %s does not fit the keystore".formatted(secondFactor), e);
        }
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }
}
