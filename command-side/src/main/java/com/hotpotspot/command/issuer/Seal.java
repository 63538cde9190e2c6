package com.hotpotspot.command.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.keystore.SecretName;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Gives browsers to keep what this side would have to remember otherwise, and takes back only what it gave: each text
 * says until when it counts and is authenticated (HMAC-SHA-256) for one purpose.
 */
@Component
@IfBuiltIn
class Seal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final Pattern SEALED =
            Pattern.compile("([A-Za-z0-9_-]{0,3000})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

    private final SecretKeySpec key;
    private final Clock clock;

    @Autowired
    Seal(Keystore keystore, Clock clock) {
        this(keystore.obtain(SecretName.SIGN_IN_FORMS, Seal::random).bytes(), clock);
    }

    Seal(byte[] key, Clock clock) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.clock = clock;
    }

    private static byte[] random() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** @param text short enough to be given back by every browser: 2,000 characters of ASCII */
    String seal(String purpose, String text, Duration goodFor) {
        String content = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
        long until = clock.instant().plus(goodFor).getEpochSecond();
        return content + '.' + until + '.' + mark(purpose, content, Long.toString(until));
    }

    /** The text, unless this was not sealed here, not for this purpose, or too long ago. */
    Optional<String> open(String purpose, @Nullable String sealed) {
        return Optional.ofNullable(sealed)
                .map(SEALED::matcher)
                .filter(Matcher::matches)
                .filter(parts -> MessageDigest.isEqual(
                        mark(purpose, parts.group(1), parts.group(2)).getBytes(UTF_8),
                        parts.group(3).getBytes(UTF_8)))
                .filter(parts ->
                        Long.parseLong(parts.group(2)) > clock.instant().getEpochSecond())
                .map(parts -> new String(Base64.getUrlDecoder().decode(parts.group(1)), UTF_8));
    }

    private String mark(String purpose, String content, String until) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] mark = mac.doFinal((purpose + '.' + content + '.' + until).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mark);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
