package com.hotpotspot.events.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.PlainText;
import java.util.regex.Pattern;

/** What an organisation calls a wallet of its own. A person's wallet has none, since it might say who that is. */
public record WalletLabel(@JsonValue String value) {

    public static final int MAX_LENGTH = 40;

    private static final Pattern SIGNS = Pattern.compile("[\\p{L}\\p{Nd} '._-]+");

    /** @throws InvalidValue if {@code value} is blank, too long or has other than letters, digits, spaces and -_.' */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WalletLabel {
        PlainText.requireLegible(value, "label", MAX_LENGTH);
        InvalidValue.unless(
                SIGNS.matcher(value).matches(), "label", "must have nothing but letters, digits, spaces and -_.'");
    }

    @Override
    public String toString() {
        return value;
    }
}
