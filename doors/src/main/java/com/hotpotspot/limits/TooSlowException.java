package com.hotpotspot.limits;

/** Somebody sends, or takes, so slowly that they are waited for no longer. */
public final class TooSlowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooSlowException() {
        super("The body came in too slowly.");
    }
}
