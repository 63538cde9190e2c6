package com.hotpotspot.events.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.StreamId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A client's key, as a hash: what clients put into their keys is theirs, and two clients may choose the same. */
public record IdempotencyKey(@JsonValue String value) {

    /** The longest key a client may send, in characters. */
    public static final int MAX_LENGTH = 255;

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** @throws InvalidValue if {@code value} is not a SHA-256 in hexadecimal */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public IdempotencyKey {
        InvalidValue.unless(FORM.matcher(value).matches(), "idempotencyKey", "is not a hash");
    }

    /** @param account whose key it is */
    public static IdempotencyKey of(String account, String sent) {
        return new IdempotencyKey(sha256((account + '\n' + sent).getBytes(UTF_8)));
    }

    /** SHA-256 in hexadecimal. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public StreamId stream() {
        return new StreamId("key", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
