package com.hotpotspot.verifier.check;

import java.util.Objects;

/**
 * Something that was given to be checked, or to check with, is missing or is not what it should be. The message says so
 * in a sentence.
 */
public final class UnusableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableException(String sentence) {
        super(sentence);
    }

    UnusableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
