package com.hotpotspot.events;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Locale;

/** A value that could never be valid, whatever the state of the system. Says which field and why. */
public final class InvalidValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    private InvalidValue(String field, String reason) {
        super(field + " " + reason);
        this.field = field;
        this.reason = reason;
    }

    /** The refusal of a value that was found in another process; {@code reason} reads on after the field's name. */
    public static InvalidValue of(String field, String reason) {
        return new InvalidValue(field, reason);
    }

    /** The same fault, told of a whole that the value is a part of, for example {@code items[2]}. */
    public InvalidValue within(String whole) {
        return new InvalidValue(whole + '.' + field, reason);
    }

    /** The name of the offending field as clients know it. */
    public String field() {
        return field;
    }

    /** What is wrong with it; reads on after the field's name. */
    public String reason() {
        return reason;
    }

    /** Throws unless {@code condition} holds; {@code reason} reads on after the field's name. */
    @FormatMethod
    public static void unless(boolean condition, String field, @FormatString String reason, Object... arguments) {
        if (!condition) {
            throw new InvalidValue(field, String.format(Locale.ROOT, reason, arguments));
        }
    }
}
