package com.hotpotspot.eventlog;

import com.hotpotspot.routine.Outage;
import org.jspecify.annotations.Nullable;

/** The log could not be reached; the caller may try again. Of an append it is unknown whether it was recorded. */
public sealed class EventLogUnavailableException extends RuntimeException implements Outage
        permits LogBusyException, LogCutShortException {

    private static final long serialVersionUID = 1L;

    public EventLogUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
