package com.hotpotspot.events.sale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.events.InvalidValue;
import java.util.regex.Pattern;

/**
 * The number a till gives a sale: unique within the node, kept over retries, kept here as sent.
 *
 * <p>A purely numeric number has no leading zeros, so that padding it (see {@link #ordered()}) can never make two
 * numbers one.
 */
public record SaleNumber(@JsonValue String value) {

    /** What a sale number looks like, as a regular expression. */
    public static final String FORM = "[A-Za-z0-9._-]{1,40}";

    private static final Pattern PATTERN = Pattern.compile(FORM);
    private static final Pattern NUMERIC = Pattern.compile("[0-9]+");
    private static final int PADDED_LENGTH = 10;

    /** @throws InvalidValue if {@code value} does not look like {@link #FORM} or is numeric with leading zeros */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SaleNumber {
        InvalidValue.unless(PATTERN.matcher(value).matches(), "saleNumber", "must match %s", FORM);
        InvalidValue.unless(
                value.length() == 1 || value.charAt(0) != '0' || !isNumeric(value),
                "saleNumber",
                "must not have leading zeros when it is numeric");
    }

    /**
     * Sees to it that a number may enter the log: {@code .} and {@code ..} lead elsewhere in a path, and marks alone
     * are read as nothing. Those that are in the log stay.
     *
     * @throws InvalidValue if there is neither a letter nor a digit in it
     */
    public void mustBeNameable() {
        InvalidValue.unless(
                value.chars().anyMatch(Character::isLetterOrDigit), "saleNumber", "must have a letter or a digit");
    }

    /** The number padded so that numeric numbers sort by value; others stay as they are. */
    String ordered() {
        return isNumeric(value) ? "0".repeat(Math.max(0, PADDED_LENGTH - value.length())) + value : value;
    }

    private static boolean isNumeric(String value) {
        return NUMERIC.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
