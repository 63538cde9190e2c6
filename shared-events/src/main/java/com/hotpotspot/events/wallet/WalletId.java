package com.hotpotspot.events.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.StreamId;
import java.util.regex.Pattern;

/** A wallet's permanent id. Events name it and nothing else; an address is bound to it by a later event. */
public record WalletId(@JsonValue String value) {

    /** What such an id looks like, as a regular expression. */
    public static final String FORM = "[a-z]{3}-[0-9a-f]{40}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** Where the units of checks go that nobody claimed. There is one. */
    public static final WalletId RESERVE = WalletKind.RESERVE.walletOf("main");

    /** @throws InvalidValue if {@code value} is not a wallet id */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WalletId {
        InvalidValue.unless(PATTERN.matcher(value).matches(), "walletId", "is not a wallet id");
    }

    public StreamId stream() {
        return new StreamId("wallet", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
