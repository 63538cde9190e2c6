package com.hotpotspot.events.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.events.InvalidValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person types to say which account is theirs, in lower case. It stands in the log, so that it should say no
 * more about who it is than colleagues call out across a kitchen: {@code vake.cash-1}, not a name in full.
 */
public record SignInName(@JsonValue String value) {

    /** What such a name looks like, as a regular expression; shorter than the UUIDs that accounts are called by. */
    public static final String FORM = "[a-z][a-z0-9]*([.-][a-z0-9]+)*";

    /** In characters. */
    public static final int SHORTEST = 3;

    /** In characters. */
    public static final int LONGEST = 32;

    private static final Pattern PATTERN = Pattern.compile("(?=.{" + SHORTEST + ',' + LONGEST + "}$)" + FORM);

    /** @throws InvalidValue if {@code value} does not look like {@link #FORM}, or is too short or too long */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SignInName {
        InvalidValue.unless(
                PATTERN.matcher(value).matches(),
                "signInName",
                "must be %d to %d of a to z, 0 to 9, dots and hyphens, and begin with a letter",
                SHORTEST,
                LONGEST);
    }

    /** The name that somebody typed, in upper or lower case and with spaces around; empty if it can be none. */
    public static Optional<SignInName> typed(String text) {
        return Optional.of(text.strip().toLowerCase(Locale.ROOT))
                .filter(name -> PATTERN.matcher(name).matches())
                .map(SignInName::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
