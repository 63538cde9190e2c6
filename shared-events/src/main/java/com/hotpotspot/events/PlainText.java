package com.hotpotspot.events;

/**
 * Text that canonical JSON (RFC 8785) can hold without surprises: no control characters and no half of a surrogate
 * pair.
 */
public final class PlainText {

    private PlainText() {}

    /** @throws InvalidValue if {@code text} is blank, longer than {@code limit} characters or not plain */
    public static String require(String text, String field, int limit) {
        InvalidValue.unless(!text.isBlank(), field, "must not be blank");
        InvalidValue.unless(text.length() <= limit, field, "must not be longer than %d characters", limit);
        InvalidValue.unless(isPlain(text), field, "must not contain control characters or unpaired surrogates");
        return text;
    }

    /** Whether every code point of {@code text} may enter an event. */
    public static boolean isPlain(String text) {
        return text.codePoints()
                .noneMatch(point -> Character.isISOControl(point)
                        || Character.getType(point) == Character.SURROGATE
                        || point == '\u2028'
                        || point == '\u2029');
    }
}
