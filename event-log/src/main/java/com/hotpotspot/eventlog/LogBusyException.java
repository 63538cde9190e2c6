package com.hotpotspot.eventlog;

import java.util.Locale;

/** More callers wait for the log than may; nothing was recorded, and trying again shortly makes sense. */
public final class LogBusyException extends EventLogUnavailableException {

    private static final long serialVersionUID = 1L;

    LogBusyException(int limit) {
        super(String.format(Locale.ROOT, "%d commands are waiting for the log already", limit), null);
    }
}
