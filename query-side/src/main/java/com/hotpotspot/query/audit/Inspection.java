package com.hotpotspot.query.audit;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.query.audit.TreeTable.Sealed;
import com.hotpotspot.routine.Ongoing;
import com.hotpotspot.routine.Rest;
import com.hotpotspot.routine.Routine;
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

/**
 * Looks now and then whether the event log still holds what was sealed: reads it from the beginning and makes each leaf
 * anew, which is compared and never written. Sealing does not wait for it.
 */
final class Inspection implements Ongoing, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Inspection.class);

    /** Nothing is sealed yet. */
    private static final Duration BEFORE_THE_FIRST = Duration.ofSeconds(10);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final TreeTable table;
    private final EventLog log;
    private final Duration every;
    private final InstantSource clock;
    private final Routine routine = Routine.spare("inspection", "inspect the event log", this::look);

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
    public Routine routine() {
        return routine;
    }

    @Override
    public void start() {
        if (!every.isZero()) {
            routine.start();
        }
    }

    @Override
    public void stop() {
        routine.stop(STOP_WITHIN);
    }

    @Override
    public boolean isRunning() {
        return routine.isRunning();
    }

    private Rest look() {
        Optional<Sealed> latest = table.latest();
        if (latest.isEmpty()) {
            return Rest.of(BEFORE_THE_FIRST);
        }
        String finding = difference(latest.get());
        if (finding != null) {
            LOG.error("The event log is not what was sealed. {}", finding);
        }
        if (!routine.isStopping() || finding != null) {
            state = new State(state.checked(), state.of(), clock.instant(), finding);
        }
        return Rest.of(every);
    }

    /** The first difference in words; null if there is none. */
    @Nullable
    String difference(Sealed latest) {
        long size = latest.size();
        CompactRange range = CompactRange.empty();
        for (long first = 0; first < size && !routine.isStopping(); first += Tile.FULL) {
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
