package com.hotpotspot.events.sale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.events.InvalidValue;
import java.util.regex.Pattern;

/** The number a till gives a refund: unique within its sale, kept over retries. */
public record RefundNumber(@JsonValue String value) {

    /** What a refund number looks like, as a regular expression. */
    public static final String FORM = "[A-Za-z0-9._-]{1,40}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws InvalidValue if {@code value} does not look like {@link #FORM} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RefundNumber {
        InvalidValue.unless(PATTERN.matcher(value).matches(), "refundNumber", "must match %s", FORM);
    }

    /**
     * Sees to it that a number may enter the log, by the rule that {@linkplain SaleNumber#mustBeNameable() sale
     * numbers} have.
     *
     * @throws InvalidValue if there is neither a letter nor a digit in it
     */
    public void mustBeNameable() {
        InvalidValue.unless(
                value.chars().anyMatch(Character::isLetterOrDigit), "refundNumber", "must have a letter or a digit");
    }

    @Override
    public String toString() {
        return value;
    }
}
