package com.hotpotspot.query.layout;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.eventlog.StoredEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Knows from the log when it took an event. Not to be asked within a snapshot: whoever holds a connection to the
 * database must not wait for another.
 */
@Component
public final class RecordingTimes {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingTimes.class);

    private final EventLog log;

    RecordingTimes(EventLog log) {
        this.log = log;
    }

    /**
     * How fresh figures are that speak up to a position. They are worth showing without the log, too.
     *
     * @param parked how many events they are without
     */
    public Freshness upTo(long position, long parked) {
        return new Freshness(position, position == EventLog.EMPTY ? null : lastEvent(position), parked);
    }

    private @Nullable Instant lastEvent(long position) {
        try {
            return log.read(position, 1).events().stream()
                    .map(StoredEvent::recordedAt)
                    .findFirst()
                    .orElse(null);
        } catch (EventLogUnavailableException e) {
            LOG.debug("A page does not say when its last event was recorded", e);
            return null;
        }
    }
}
