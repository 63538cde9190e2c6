package com.hotpotspot.events.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.StreamId;

/** A wallet's permanent id. Events name it and nothing else; an address is bound to it by a later event. */
public record WalletId(@JsonValue String value) {

    /** What such an id looks like, as a regular expression. */
    public static final String FORM = "[a-z]{3}-[0-9a-f]{40}";

    private static final int KIND = 3;
    private static final int LENGTH = 44;

    /** Where the units of checks go that nobody claimed. There is one. */
    public static final WalletId RESERVE = WalletKind.RESERVE.walletOf("main");

    /** @throws InvalidValue if {@code value} is not a wallet id */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WalletId {
        InvalidValue.unless(isOne(value), "walletId", "is not a wallet id");
    }

    /** Whether it has the form. Every sale names several, so it is looked at without the expression. */
    private static boolean isOne(String value) {
        boolean is = value.length() == LENGTH && value.charAt(KIND) == '-';
        for (int i = 0; is && i < LENGTH; i++) {
            char next = value.charAt(i);
            is = i == KIND || (i < KIND ? next >= 'a' && next <= 'z' : isHexDigit(next));
        }
        return is;
    }

    private static boolean isHexDigit(char digit) {
        return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
    }

    public StreamId stream() {
        return new StreamId("wallet", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
