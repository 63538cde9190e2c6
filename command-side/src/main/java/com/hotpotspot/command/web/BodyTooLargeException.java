package com.hotpotspot.command.web;

import java.util.Locale;

/** A body has more bytes, or a batch more lines, than it may have; nothing of it was recorded. */
public final class BodyTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException(long limit) {
        super(String.format(Locale.ROOT, "The body is larger than %d bytes.", limit));
    }

    public BodyTooLargeException(String message) {
        super(message);
    }
}
