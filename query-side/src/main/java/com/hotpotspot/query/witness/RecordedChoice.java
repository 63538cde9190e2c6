package com.hotpotspot.query.witness;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.audit.AuditEvent;
import com.hotpotspot.events.audit.WitnessesChosen;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows the last choice that the log holds, whichever process made it. */
@Component
final class RecordedChoice {

    private static final int PAGE = 100;

    private final EventLog log;
    private final AtomicReference<Last> known = new AtomicReference<>(new Last(null, 0));

    RecordedChoice(EventLog log) {
        this.log = log;
    }

    /**
     * Looks for what has been recorded since it was asked last.
     *
     * @throws com.hotpotspot.eventlog.EventLogUnavailableException if the log cannot be reached
     */
    Last last() {
        Last last = known.get();
        List<StoredEvent> more;
        do {
            more = log.readStream(AuditEvent.WITNESSES, last.next(), PAGE);
            if (!more.isEmpty()) {
                StoredEvent latest = more.getLast();
                last = new Last((WitnessesChosen) latest.event(), latest.sequence() + 1);
            }
        } while (more.size() == PAGE);
        Last found = last;
        return known.updateAndGet(other -> other.next() > found.next() ? other : found);
    }

    /**
     * @param choice null if there has never been one
     * @param next the sequence of the choice after it
     */
    record Last(@Nullable WitnessesChosen choice, long next) {}
}
