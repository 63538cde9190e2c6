package com.hotpotspot.events.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import java.util.regex.Pattern;

/** Whoever owns nodes. An opaque id that says nothing about the person or company behind it. */
public record OwnerId(@JsonValue String value) {

    /** What such an id looks like, as a regular expression. */
    public static final String FORM = "[A-Za-z0-9._-]{1,64}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws InvalidValue if {@code value} does not look like {@link #FORM} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OwnerId {
        InvalidValue.unless(PATTERN.matcher(value).matches(), "ownerId", "must match %s", FORM);
    }

    /** The wallet for this owner's shares: a MASTER wallet for the founder, a FRANCHISE wallet for a franchisee. */
    public WalletId wallet() {
        return WalletKind.FRANCHISE.walletOf(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
