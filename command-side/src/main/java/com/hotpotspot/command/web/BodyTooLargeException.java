package com.hotpotspot.command.web;

/** A body has more bytes, or a batch more lines, than it may have; nothing of it was recorded. */
public final class BodyTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException(long limit) {
        super("The body is larger than %d bytes.".formatted(limit));
    }

    public BodyTooLargeException(String message) {
        super(message);
    }
}
