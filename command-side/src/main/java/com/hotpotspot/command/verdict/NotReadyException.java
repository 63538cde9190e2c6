package com.hotpotspot.command.verdict;

/** This side does not know enough yet to decide; the caller should try again shortly. */
public final class NotReadyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotReadyException(String message) {
        super(message);
    }
}
