package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.NewEvent;
import com.hotpotspot.eventlog.SequenceTakenException;
import com.hotpotspot.eventlog.Trail;
import com.hotpotspot.events.projection.DiscardReason;
import com.hotpotspot.events.projection.ParkedEventDiscarded;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets a projection do without an event for good that it cannot take in. That is recorded in the log with who decided
 * it and why; whatever is filled from the log then, does without it, too.
 */
@Component
public final class Discards {

    private static final Logger LOG = LoggerFactory.getLogger(Discards.class);

    private final EventLog log;
    private final ParkedEvents parkedEvents;
    private final ParkedRetries retries;
    private final ReachedPositions reached;
    private final Clock clock;

    Discards(EventLog log, ParkedEvents parkedEvents, ParkedRetries retries, ReachedPositions reached, Clock clock) {
        this.log = log;
        this.parkedEvents = parkedEvents;
        this.retries = retries;
        this.reached = reached;
        this.clock = clock;
    }

    /**
     * Discards an event that the answers of a projection are without, and takes in after it what was parked with it, as
     * far as it goes.
     *
     * @param who decides it
     * @return how many have been taken in; empty if no such event is parked
     */
    public OptionalInt discard(ProjectionName projection, long position, DiscardReason reason, Trail who) {
        if (!parkedEvents.isParked(projection, position)) {
            return OptionalInt.empty();
        }
        OptionalLong after = parkedEvents.after(projection, position);
        long recorded = record(new ParkedEventDiscarded(projection.name(), position, reason), who);
        boolean done = reached.await(projection, recorded) >= recorded;
        return after.isEmpty() || !done ? OptionalInt.of(0) : OptionalInt.of(taken(projection, after.getAsLong()));
    }

    /** Where it is; whoever was faster has said why already. */
    private long record(ParkedEventDiscarded discarded, Trail who) {
        try {
            return log.append(List.of(NewEvent.of(discarded.stream(), 0, discarded, who, clock.instant())))
                    .first();
        } catch (SequenceTakenException e) {
            LOG.debug("Somebody else has discarded this event", e);
            return log.head();
        }
    }

    private int taken(ProjectionName projection, long first) {
        return retries.retry(projection, first).orElse(0);
    }
}
