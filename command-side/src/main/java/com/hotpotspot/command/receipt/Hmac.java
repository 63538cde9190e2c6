package com.hotpotspot.command.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104) under one key, for any number of threads. */
final class Hmac {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac keyed;

    Hmac(byte[] key) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    byte[] of(String text) {
        return copy().doFinal(text.getBytes(UTF_8));
    }

    /**
     * Copying costs far less than looking up and keying anew, and what is never updated may be copied by any thread.
     */
    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's own " + ALGORITHM + " can be copied", e);
        }
    }
}
