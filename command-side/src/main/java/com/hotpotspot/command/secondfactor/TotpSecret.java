package com.hotpotspot.command.secondfactor;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an authenticator makes its codes from (RFC 6238): HMAC-SHA-1, steps of 30 s, 6 digits, which is all that every
 * authenticator can. It is shown once, to the person whose it is.
 *
 * @param base32 160 random bits (RFC 4226, section 4, R6) in base32
 */
public record TotpSecret(String base32) {

    private static final int BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int MILLION = 1_000_000;
    private static final String MAC = "HmacSHA1";
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final Pattern FORM = Pattern.compile("[A-Z2-7]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** How many steps an authenticator's clock may be before or behind (RFC 6238, section 5.2). */
    private static final int DRIFT = 1;

    /** @throws IllegalArgumentException if it is not of that form */
    public TotpSecret {
        if (!FORM.matcher(base32).matches()) {
            throw new IllegalArgumentException("not the secret of an authenticator");
        }
    }

    public static TotpSecret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }

    static TotpSecret of(byte[] bytes) {
        return new TotpSecret(Base32.encode(bytes));
    }

    byte[] bytes() {
        return Base32.decode(base32);
    }

    /** Which step it is at an instant. */
    static long stepAt(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), STEP_SECONDS);
    }

    /**
     * The step whose code this is, of those that count at an instant and were not before one that counted already;
     * empty if it is no such code.
     *
     * @param last the step of the last code that was taken: none is taken twice
     */
    public OptionalLong stepOf(String code, Instant now, long last) {
        if (!CODE.matcher(code).matches()) {
            return OptionalLong.empty();
        }
        long current = stepAt(now);
        return LongStream.rangeClosed(current - DRIFT, current + DRIFT)
                .filter(step -> MessageDigest.isEqual(
                        code.getBytes(StandardCharsets.US_ASCII), code(step).getBytes(StandardCharsets.US_ASCII)))
                .filter(step -> step > last)
                .findFirst();
    }

    String code(long step) {
        byte[] hash = mac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        // RFC 4226, section 5.3: the last four bits say where the number begins.
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % MILLION);
    }

    private byte[] mac(byte[] counter) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(bytes(), MAC));
            return mac.doFinal(counter);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }

    /**
     * The address that a QR image tells authenticators, in the form that Google's began with and all understand.
     *
     * @param name of the person, which the authenticator shows beside the code
     */
    public String address(String issuer, String name) {
        return String.format(
                Locale.ROOT,
                "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=%d",
                escaped(issuer),
                escaped(name),
                base32,
                escaped(issuer),
                STEP_SECONDS);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Never the secret, so that no log line can hold it. */
    @Override
    public String toString() {
        return "the secret of an authenticator";
    }
}
