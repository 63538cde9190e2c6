package com.hotpotspot.command.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.hotpotspot.events.account.CredentialId;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Recognises secrets that were found right before, so that whoever comes again with theirs neither waits behind those
 * who guess nor costs a derivation. A secret has 256 random bits, which nobody finds by trying; it is remembered by a
 * keyed mark, whose key is in this process only, and for a day at most.
 */
final class VerifiedSecrets {

    private static final String MARK = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int MOST = 10_000;
    private static final Duration FOR = Duration.ofDays(1);

    private final SecretKeySpec key;
    private final Cache<CredentialId, byte[]> marks =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FOR).build();

    VerifiedSecrets() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, MARK);
    }

    boolean isKnown(CredentialId credential, String secret) {
        byte[] known = marks.getIfPresent(credential);
        return known != null && MessageDigest.isEqual(known, mark(credential, secret));
    }

    void remember(CredentialId credential, String secret) {
        marks.put(credential, mark(credential, secret));
    }

    void forget(CredentialId credential) {
        marks.invalidate(credential);
    }

    private byte[] mark(CredentialId credential, String secret) {
        try {
            Mac mac = Mac.getInstance(MARK);
            mac.init(key);
            mac.update(credential.value().getBytes(UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(secret.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MARK, e);
        }
    }
}
