package com.hotpotspot.tlog.note;

import java.util.Objects;

/**
 * A signature in the name of a known key that is not by this key, or not over this text: the whole note is worthless.
 */
public final class InvalidSignatureException extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidSignatureException(VerifierKey key) {
        super("the signature in the name of %s (key %s) is not valid for this text".formatted(key.name(), key.id()));
    }

    /** Never null, unlike that of exceptions in general. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
