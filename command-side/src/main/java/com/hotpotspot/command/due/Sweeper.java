package com.hotpotspot.command.due;

import com.hotpotspot.command.web.Readiness;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.eventlog.Slice;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.routine.Following;
import com.hotpotspot.routine.Rest;
import com.hotpotspot.routine.Routine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reads from the log what will be due, in batches and behind everybody else, and does what has become due. Work that
 * fails stays in the table and is tried again, each time twice as late as the time before, so that it never keeps other
 * work from being done. Only while the log or the database is away nothing is put off, since nothing can be done.
 */
@Component
class Sweeper implements Following, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final int SPAN = 10_000;
    private static final int AT_ONCE = 500;

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    /** What several failures are put off by at most: 2⁹ times the first. */
    private static final int MOST_DOUBLINGS = 9;

    private final EventLog log;
    private final DueTable table;
    private final DueSettings settings;
    private final Readiness readiness;
    private final Clock clock;
    private final DueWorks works;

    private final Routine routine = Routine.spare("due-work", "do what is due", this::look);

    Sweeper(
            EventLog log,
            DueTable table,
            DueSettings settings,
            Readiness readiness,
            Clock clock,
            List<DueWork<?>> works) {
        this.log = log;
        this.table = table;
        this.settings = settings;
        this.readiness = readiness;
        this.clock = clock;
        this.works = new DueWorks(works);
    }

    @Override
    public Routine routine() {
        return routine;
    }

    @Override
    public OptionalLong next() {
        return OptionalLong.of(table.next());
    }

    @Override
    public void start() {
        routine.start();
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
        while (!routine.isStopping() && table.fill(this::read)) {
            // One batch a transaction.
        }
        if (readiness.caughtUp()) {
            sweep();
        }
        return Rest.of(settings.every());
    }

    private DueTable.Filling read(long from) {
        Slice slice = log.read(from, SPAN, works.types());
        List<DueTable.Row> rows = slice.events().stream()
                .map(StoredEvent::event)
                .flatMap(works::from)
                .toList();
        return new DueTable.Filling(rows, slice.next());
    }

    /** Ends, for each row is removed or put off beyond now. */
    private void sweep() {
        List<DueTable.Row> due;
        do {
            due = table.dueAt(clock.instant(), AT_ONCE);
            RuntimeException first = null;
            for (DueTable.Row row : due) {
                if (routine.isStopping()) {
                    return;
                }
                try {
                    carryOut(row);
                } catch (EventLogUnavailableException | DataAccessException | TransactionException e) {
                    throw e;
                } catch (RuntimeException e) {
                    first = first == null ? e : first;
                    putOff(row);
                }
            }
            if (first != null) {
                LOG.warn("Some of what is due fails and is put off, for the first time or again; for example", first);
            }
        } while (due.size() == AT_ONCE);
    }

    private void carryOut(DueTable.Row row) {
        if (works.carryOut(row.kind(), row.id())) {
            table.remove(row);
        } else {
            putOff(row);
        }
    }

    private void putOff(DueTable.Row row) {
        table.putOff(row, clock.instant().plus(backoff(row.failures())));
    }

    private Duration backoff(int failures) {
        return settings.putOff().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    }
}
