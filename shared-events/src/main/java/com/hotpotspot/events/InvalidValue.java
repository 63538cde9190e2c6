package com.hotpotspot.events;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;

/** A value that could never be valid, whatever the state of the system. Says which field and why. */
public final class InvalidValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;

    private InvalidValue(String field, String reason) {
        super(field + " " + reason);
        this.field = field;
    }

    /** The name of the offending field as clients know it. */
    public String field() {
        return field;
    }

    /** Throws unless {@code condition} holds; {@code reason} reads on after the field's name. */
    @FormatMethod
    public static void unless(boolean condition, String field, @FormatString String reason, Object... arguments) {
        if (!condition) {
            throw new InvalidValue(field, reason.formatted(arguments));
        }
    }
}
