package com.hotpotspot.command.receipt;

import com.hotpotspot.events.sale.CheckId;
import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.keystore.Secret;
import com.hotpotspot.keystore.SecretName;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The codes of checks. A code is the first 50 bits of HMAC-SHA256(secret, {@code "hotpotspot/claim-code/1"}, a zero
 * byte, the check's id) in Crockford's base32; there is nothing to store and nothing to leak. When the secret is
 * rotated, codes and QR texts are made with the new version, and those of earlier versions still count, for they are on
 * paper in somebody's pocket.
 *
 * <p>Safe for use by any number of threads; a code takes microseconds.
 */
public final class ClaimCodes {

    private static final int SECRET_BYTES = 32;

    /** A QR text of ours has at most 250 characters. */
    private static final int LONGEST_QR_TEXT = 512;

    /** The current version first. */
    private final List<CodeKey> keys;

    ClaimCodes(List<byte[]> secrets) {
        keys = secrets.stream().map(CodeKey::new).toList();
    }

    /**
     * The codes of the network whose keystore this is. The secret is made if there is none.
     *
     * @throws com.hotpotspot.keystore.KeystoreException if it cannot be saved
     */
    public static ClaimCodes of(Keystore keystore) {
        List<byte[]> secrets = new ArrayList<>();
        for (int version = makeSecretIn(keystore).version(); version >= 1; version--) {
            keystore.secret(SecretName.CLAIM_CODES, version).map(Secret::bytes).ifPresent(secrets::add);
        }
        ClaimCodes codes = new ClaimCodes(secrets);
        secrets.forEach(bytes -> Arrays.fill(bytes, (byte) 0));
        return codes;
    }

    /** Makes sure that a keystore holds the secret, so that copies of it for several processes are alike. */
    public static Secret makeSecretIn(Keystore keystore) {
        return keystore.obtain(SecretName.CLAIM_CODES, () -> {
            byte[] random = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(random);
            return random;
        });
    }

    /** The code that is printed on a check. */
    public ClaimCode codeOf(CheckId check) {
        return keys.getFirst().codeOf(check);
    }

    /**
     * Whether somebody typed the code of a check. Case, spaces and hyphens do not matter, O counts as 0, I and L as 1.
     * Which characters are wrong does not show in the time it takes.
     */
    public boolean matches(CheckId check, String typed) {
        return Crockford.normalise(typed)
                .map(code -> keys.stream()
                        .map(key -> CodeKey.sameText(key.codeOf(check).reveal(), code))
                        .reduce(false, Boolean::logicalOr))
                .orElse(false);
    }

    /**
     * The text of the QR image on a check: a JSON Web Signature in compact form (RFC 7515, HS256) of the check's id
     * {@code c} and its code {@code k}.
     *
     * @param code as {@link #codeOf} gave it
     */
    public String qrText(CheckId check, ClaimCode code) {
        return keys.getFirst().qrText(check, code);
    }

    /** What a scanned text says; empty if it is not exactly one that {@link #qrText} gave. */
    public Optional<ScannedCheck> readQr(String text) {
        if (text.length() > LONGEST_QR_TEXT) {
            return Optional.empty();
        }
        return keys.stream().flatMap(key -> key.readQr(text).stream()).findFirst();
    }
}
