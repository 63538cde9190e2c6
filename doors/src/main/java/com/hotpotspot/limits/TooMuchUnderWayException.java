package com.hotpotspot.limits;

import java.time.Duration;

/** So much is being worked on, of somebody or of all, that no more is taken in for the moment. */
public final class TooMuchUnderWayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Usually enough for something to be finished. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final boolean ofSender;

    private TooMuchUnderWayException(String message, boolean ofSender) {
        super(message);
        this.ofSender = ofSender;
    }

    static TooMuchUnderWayException ofSender() {
        return new TooMuchUnderWayException("Too much of what you send is under way; try again shortly.", true);
    }

    /** Of everybody together. */
    public static TooMuchUnderWayException ofAll() {
        return new TooMuchUnderWayException("Too much is under way; try again shortly.", false);
    }

    /** Whether others could still send. */
    public boolean isOfSender() {
        return ofSender;
    }

    /** In whole seconds, as the header {@code Retry-After} wants it. */
    public long retryAfterSeconds() {
        return AGAIN.toSeconds();
    }
}
