package com.hotpotspot.eventlog;

/** The log could not be reached; the caller may try again. Of an append it is unknown whether it was recorded. */
public final class EventLogUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EventLogUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
