package com.hotpotspot.tlog.format;

import java.util.Objects;

/**
 * Bytes or text that do not follow the format they are meant to be in. The message says in words what is wrong; it
 * quotes nothing of the input. Whatever is read, nothing but this is thrown because of it.
 */
public final class FormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public FormatException(String reason) {
        super(reason);
    }

    public FormatException(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** @throws FormatException if {@code holds} is false */
    public static void unless(boolean holds, String reason) {
        if (!holds) {
            throw new FormatException(reason);
        }
    }

    /** Never null, unlike that of exceptions in general. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
