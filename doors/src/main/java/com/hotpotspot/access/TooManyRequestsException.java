package com.hotpotspot.access;

import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.answer.PublicCode;
import java.time.Duration;

/** Somebody asks too often. */
public final class TooManyRequestsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final PublicCode code;
    private final Duration retryAfter;

    public TooManyRequestsException(Duration retryAfter) {
        this(GeneralCode.TOO_MANY_REQUESTS, "Too many requests; try again later.", retryAfter);
    }

    /** @param code by which clients tell this limit from others */
    public TooManyRequestsException(PublicCode code, String message, Duration retryAfter) {
        super(message);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public PublicCode code() {
        return code;
    }

    /** In whole seconds, rounded up, as the header {@code Retry-After} wants it. */
    public long retryAfterSeconds() {
        return Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
