package com.hotpotspot.command.web;

/** A body has more bytes than it may have. */
public final class BodyTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException(long limit) {
        super("The body is larger than " + limit + " bytes.");
    }
}
