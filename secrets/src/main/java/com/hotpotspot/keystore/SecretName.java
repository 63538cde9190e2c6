package com.hotpotspot.keystore;

import com.hotpotspot.events.InvalidValue;
import java.util.regex.Pattern;

/**
 * What a secret is for. A keystore keeps names that this build has never heard of, so that an older build does not lose
 * what a newer one put in.
 */
public record SecretName(String value) implements Comparable<SecretName> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** HMAC key of the codes and QR texts on receipts, 32 bytes. */
    public static final SecretName CLAIM_CODES = new SecretName("claim-codes");

    /** Key pair with which the built-in issuer signs tokens, as a JSON Web Key (RFC 7517). */
    public static final SecretName TOKEN_SIGNING = new SecretName("token-signing");

    /** HMAC key of what browsers keep for the issuer while somebody signs in, 32 bytes. */
    public static final SecretName SIGN_IN_FORMS = new SecretName("sign-in-forms");

    /** Key under which the secrets of authenticators are kept, 32 bytes. */
    public static final SecretName SECOND_FACTORS = new SecretName("second-factors");

    /** Key with which the audit log's checkpoints are signed, Ed25519. */
    public static final SecretName AUDIT = new SecretName("audit");

    /** Key with which a witness cosigns checkpoints, Ed25519; in the witness's own keystore. */
    public static final SecretName WITNESS = new SecretName("witness");

    /** Key that wraps the keys of persons, 32 bytes. */
    public static final SecretName MASTER = new SecretName("master");

    /** Seed of the wallets' keys (BIP-39). */
    public static final SecretName WALLET_SEED = new SecretName("wallet-seed");

    /** @throws InvalidValue if {@code value} is not a name in lower case */
    public SecretName {
        InvalidValue.unless(FORM.matcher(value).matches(), "secretName", "must match %s", FORM);
    }

    @Override
    public int compareTo(SecretName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
