package com.hotpotspot.tlog.note;

import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.format.Utf8;

/**
 * Who signs, by convention a URL without a scheme, such as {@code hotpotspot.example/audit}.
 *
 * @param value not empty, without Unicode spaces, plus signs and ASCII control characters
 */
public record KeyName(String value) {

    private static final int NEXT_LINE = 0x85;

    /** @throws FormatException if no key can have that name */
    public KeyName {
        FormatException.unless(!value.isEmpty(), "a key name is empty");
        Utf8.requireWellFormed(value, "a key name");
        FormatException.unless(
                value.codePoints().noneMatch(KeyName::isForbidden),
                "a key name has a space, a plus sign or a control character");
    }

    private static boolean isForbidden(int point) {
        return point < ' '
                || point == '+'
                || point == NEXT_LINE
                || Character.isSpaceChar(point)
                || Character.isWhitespace(point);
    }

    @Override
    public String toString() {
        return value;
    }
}
