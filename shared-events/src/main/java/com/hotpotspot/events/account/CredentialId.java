package com.hotpotspot.events.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.events.InvalidValue;
import java.util.regex.Pattern;

/** Names a secret without saying anything about it. */
public record CredentialId(@JsonValue String value) {

    /** What such an id looks like, as a regular expression. */
    public static final String FORM = "[a-z0-9-]{1,64}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws InvalidValue if {@code value} does not look like {@link #FORM} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CredentialId {
        InvalidValue.unless(PATTERN.matcher(value).matches(), "credentialId", "must match %s", FORM);
    }

    @Override
    public String toString() {
        return value;
    }
}
