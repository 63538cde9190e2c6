package com.hotpotspot.eventlog;

import com.hotpotspot.events.StreamId;
import java.util.Locale;

/** Another writer was first at this place of the stream; nothing of the append was recorded. */
public final class SequenceTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SequenceTakenException(StreamId stream, long sequence) {
        super(String.format(Locale.ROOT, "stream %s already has an event at or after sequence %d", stream, sequence));
    }
}
