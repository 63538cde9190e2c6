package com.hotpotspot.query.audit;

import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.keystore.Secret;
import com.hotpotspot.keystore.SecretName;
import com.hotpotspot.tlog.note.KeyName;
import com.hotpotspot.tlog.note.NoteSigner;
import com.hotpotspot.tlog.note.VerifierKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * The keys that checkpoints are signed with: Ed25519 seeds (RFC 8032) in the keystore, the highest version the current.
 */
final class LogKeys {

    private final Keystore keystore;
    private final KeyName origin;
    private final Map<Integer, VerifierKey> own = new ConcurrentHashMap<>();

    LogKeys(Keystore keystore, KeyName origin) {
        this.keystore = keystore;
        this.origin = origin;
    }

    /** The version of the current key, which is made if there is none. */
    int current() {
        return keystore.obtain(SecretName.AUDIT, LogKeys::generate).version();
    }

    /** Reads the keystore again: an operator may have added a version. */
    void refresh() {
        keystore.refresh();
    }

    /** @throws BrokenLogException if the keystore has no such version */
    NoteSigner signer(int version) {
        Secret secret = keystore.secret(SecretName.AUDIT, version)
                .orElseThrow(() -> new BrokenLogException(String.format(
                        Locale.ROOT,
                        "The keystore has no version %d of the audit key, with which the log has signed. Put back the keystore that has it.",
                        version)));
        byte[] seed = secret.bytes();
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(seed);
        Arrays.fill(seed, (byte) 0);
        return NoteSigner.ofLog(origin, key.generatePublicKey().getEncoded(), message -> sign(key, message));
    }

    /** All that the keystore has, in no order. */
    List<VerifierKey> verifierKeys() {
        return keystore.list().stream()
                .filter(secret -> secret.name().equals(SecretName.AUDIT))
                .map(secret -> own(secret.version()))
                .toList();
    }

    private VerifierKey own(int version) {
        return own.computeIfAbsent(version, known -> signer(known).verifierKey());
    }

    /** Whether the keystore has that key in that version. */
    boolean isOwn(int version, VerifierKey key) {
        return keystore.secret(SecretName.AUDIT, version).isPresent()
                && own(version).equals(key);
    }

    private static byte[] sign(Ed25519PrivateKeyParameters key, byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    private static byte[] generate() {
        return new Ed25519PrivateKeyParameters(new SecureRandom()).getEncoded();
    }
}
