package com.hotpotspot.query.audit;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.query.audit.TreeTable.Sealed;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.merkle.CompactRange;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.tile.Tile;
import com.hotpotspot.tlog.tile.TileCoordinates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Looks now and then whether the event log still holds what was sealed: reads it from the beginning and makes each leaf
 * anew, which is compared and never written. Sealing does not wait for it.
 */
final class Inspection implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Inspection.class);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final TreeTable table;
    private final EventLog log;
    private final Duration every;
    private final InstantSource clock;
    private final AuditThread thread = new AuditThread("hps-audit-inspection", Thread.MIN_PRIORITY);

    private volatile State state = new State(0, 0, null, null);

    Inspection(TreeTable table, EventLog log, Duration every, InstantSource clock) {
        this.table = table;
        this.log = log;
        this.every = every;
        this.clock = clock;
    }

    State state() {
        return state;
    }

    @Override
    public void start() {
        if (!every.isZero()) {
            thread.start(this::run);
        }
    }

    @Override
    public void stop() {
        thread.stop(STOP_WITHIN);
    }

    @Override
    public boolean isRunning() {
        return thread.isStarted();
    }

    private void run() throws InterruptedException {
        boolean stopping = thread.isStopping();
        while (!stopping) {
            stopping = thread.pause(look());
        }
    }

    /** Looks once, and answers how long to wait before the next time. */
    private Duration look() {
        try {
            Optional<Sealed> latest = table.latest();
            if (latest.isEmpty()) {
                return AFTER_FAILURE;
            }
            String finding = difference(latest.get());
            if (finding != null) {
                LOG.error("The event log is not what was sealed. {}", finding);
            }
            if (!thread.isStopping() || finding != null) {
                state = new State(state.checked(), state.of(), clock.instant(), finding);
            }
            return every;
        } catch (EventLogUnavailableException | DataAccessException e) {
            LOG.warn("The event log could not be inspected: {}", e.getMessage());
            return AFTER_FAILURE;
        }
    }

    /** The first difference in words; null if there is none. */
    @Nullable
    String difference(Sealed latest) {
        long size = latest.size();
        CompactRange range = CompactRange.empty();
        for (long first = 0; first < size && !thread.isStopping(); first += Tile.FULL) {
            TileCoordinates coordinates = TileCoordinates.in(size, 0, first / Tile.FULL);
            String difference = difference(coordinates, range);
            if (difference != null) {
                return difference;
            }
            state = new State(range.size(), size, state.finished(), state.finding());
        }
        if (range.size() == size && !range.root().equals(latest.root())) {
            return String.format(
                    Locale.ROOT,
                    "The tree of the audit log was changed together with the event log: over %d events it has another root than was signed.",
                    size);
        }
        return null;
    }

    private @Nullable String difference(TileCoordinates coordinates, CompactRange range) {
        List<Leaf> found = new ArrayList<>();
        log.forEach(range.size(), coordinates.width(), event -> found.add(Leaf.of(event)));
        List<Hash> kept;
        try {
            kept = table.tile(coordinates).hashes();
        } catch (FormatException e) {
            return String.format(
                    Locale.ROOT,
                    "The tree of the audit log is damaged from position %d on: %s.",
                    range.size(),
                    e.getMessage());
        }
        for (Hash leaf : kept) {
            int next = Math.toIntExact(range.size() % Tile.FULL);
            if (next >= found.size() || found.get(next).position() != range.size()) {
                return String.format(
                        Locale.ROOT,
                        "At position %d the event log has no event, but one was sealed there.",
                        range.size());
            }
            if (!found.get(next).hash().equals(leaf)) {
                return String.format(
                        Locale.ROOT,
                        "At position %d the event log has another event than was sealed there.",
                        range.size());
            }
            range.append(leaf);
        }
        return null;
    }

    /**
     * How far it has come.
     *
     * @param checked how many events were found to be what was sealed
     * @param of how many there are to look at; 0 before the first time
     * @param finished when the last look at all of them ended; null before that
     * @param finding the first difference in words; null if there was none
     */
    record State(
            long checked,
            long of,
            @Nullable Instant finished,
            @Nullable String finding) {}
}
