package com.hotpotspot.limits;

import java.time.Duration;

/** So much is being worked on, of somebody or of all, that no more is taken in for the moment. */
public final class TooMuchUnderWayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public TooMuchUnderWayException(Duration retryAfter) {
        super("Too much is under way; try again shortly.");
        this.retryAfter = retryAfter;
    }

    /** In whole seconds, rounded up, as the header {@code Retry-After} wants it. */
    public long retryAfterSeconds() {
        return Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
