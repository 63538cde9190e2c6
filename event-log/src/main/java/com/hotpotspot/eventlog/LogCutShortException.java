package com.hotpotspot.eventlog;

import org.jspecify.annotations.Nullable;

/**
 * The log does not end where it ended when it was last written: events are missing at its end, or others are there. It
 * takes no more until somebody has put it right; nothing was recorded.
 */
public final class LogCutShortException extends EventLogUnavailableException {

    /** What an operator is to do, in one sentence. */
    public static final String WHAT_TO_DO =
            "Stop all command sides and restore the log from a backup that holds all of it.";

    private static final long serialVersionUID = 1L;

    LogCutShortException(String finding, @Nullable Throwable cause) {
        super(finding + ' ' + WHAT_TO_DO, cause);
    }
}
