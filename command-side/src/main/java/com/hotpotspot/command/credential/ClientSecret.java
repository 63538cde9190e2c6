package com.hotpotspot.command.credential;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What somebody signs in with. It goes into one answer, or one file, and nowhere else.
 *
 * @param value 256 random bits in base64url without padding
 */
public record ClientSecret(String value) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Whether this could be one at all; whatever else is sent is wrong without being compared. */
    public static boolean looksLikeOne(String text) {
        return FORM.matcher(text).matches();
    }

    static ClientSecret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ClientSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Never the secret, so that no log line can hold it. */
    @Override
    public String toString() {
        return "a secret";
    }
}
