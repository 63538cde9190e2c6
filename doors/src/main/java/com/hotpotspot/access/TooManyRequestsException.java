package com.hotpotspot.access;

import java.time.Duration;

/** Somebody asks too often. */
public final class TooManyRequestsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final Duration retryAfter;

    public TooManyRequestsException(Duration retryAfter) {
        this("too-many-requests", "Too many requests; try again later.", retryAfter);
    }

    /** @param code the stable code by which clients tell this limit from others */
    public TooManyRequestsException(String code, String message, Duration retryAfter) {
        super(message);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public String code() {
        return code;
    }

    /** In whole seconds, rounded up, as the header {@code Retry-After} wants it. */
    public long retryAfterSeconds() {
        return Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
