package com.hotpotspot.command.receipt;

import com.hotpotspot.events.InvalidValue;
import java.util.regex.Pattern;

/** What the holder of a receipt shows to claim its units. As text it says nothing, so that no log can tell it. */
public final class ClaimCode {

    /** What a code looks like, as a regular expression: 10 characters of Crockford's base32. */
    public static final String FORM = "[0-9A-HJKMNP-TV-Z]{10}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    private final String characters;

    /** @throws InvalidValue if {@code characters} do not look like {@link #FORM} */
    ClaimCode(String characters) {
        InvalidValue.unless(PATTERN.matcher(characters).matches(), "claimCode", "must match %s", FORM);
        this.characters = characters;
    }

    /** The code itself, for the receipt and the answer to the till, and for nothing else. */
    public String reveal() {
        return characters;
    }

    @Override
    public String toString() {
        return "a claim code";
    }
}
