package com.hotpotspot.access;

import java.time.Duration;

/** Somebody asks too often. */
public final class TooManyRequestsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public TooManyRequestsException(Duration retryAfter) {
        super("Too many requests; try again later.");
        this.retryAfter = retryAfter;
    }

    /** In whole seconds, rounded up, as the header {@code Retry-After} wants it. */
    public long retryAfterSeconds() {
        return Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
