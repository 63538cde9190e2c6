package com.hotpotspot.query.audit;

import java.util.Objects;

/**
 * Something that was signed does not hold any longer, so that nothing more is signed. The message is for the operator.
 */
final class BrokenLogException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenLogException(String sentence) {
        super(sentence);
    }

    BrokenLogException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Never null, unlike that of exceptions in general. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
