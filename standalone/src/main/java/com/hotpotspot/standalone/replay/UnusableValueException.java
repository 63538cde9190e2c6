package com.hotpotspot.standalone.replay;

/** A value in a file that means nothing. The message says which and why, but not where. */
final class UnusableValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableValueException(String message) {
        super(message);
    }
}
