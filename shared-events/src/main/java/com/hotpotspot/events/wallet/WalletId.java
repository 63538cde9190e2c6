package com.hotpotspot.events.wallet;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.StreamId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A wallet's permanent id. Events name it and nothing else; an address is bound to it by a later event. */
public record WalletId(@JsonValue String value) {

    /** What such an id looks like, as a regular expression. */
    public static final String FORM = "[a-z]{3}-[0-9a-f]{40}";

    private static final Pattern PATTERN = Pattern.compile(FORM);
    private static final int HASH_BYTES = 20;

    /** Where the units of checks go that nobody claimed. There is one. */
    public static final WalletId RESERVE = derivedFrom("rsv", "main");

    /** @throws InvalidValue if {@code value} is not a wallet id */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WalletId {
        InvalidValue.unless(PATTERN.matcher(value).matches(), "walletId", "is not a wallet id");
    }

    /**
     * The wallet that belongs to something by its nature, so that a sale needs no look-up to name it.
     *
     * @param kind three letters that keep the ids of different kinds apart
     * @param identity what it belongs to; the id holds the last 20 bytes of its SHA-256
     */
    public static WalletId derivedFrom(String kind, String identity) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((kind + '/' + identity).getBytes(UTF_8));
            return new WalletId(
                    kind + '-' + HexFormat.of().formatHex(digest, digest.length - HASH_BYTES, digest.length));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public StreamId stream() {
        return new StreamId("wallet", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
