package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.LogSignals;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Runs every projection: those versions that answer, led along the log by one reader and committed together, and beside
 * them those that are being filled. They start before the server takes requests and stop after it.
 *
 * <p>An event that a projection cannot take in is {@linkplain ParkedEvents parked}, and the projection goes on without
 * it. Where something else fails, the database or the log, the batch is undone, logged and tried again, and nothing is
 * skipped: the projections stand still, which their position shows. So they do before an event that is newer than this
 * build.
 */
@Component
public final class Projections implements SmartLifecycle {

    /** The channel on which a word is said whenever projections have committed a batch. */
    public static final String CHANNEL = "hps_projection";

    private final Declared declared;
    private final Function<Lead, GroupReader> readers;
    private final List<Lead> leads;
    private final LogSignals signals;

    private volatile Running running = Running.NOT;

    Projections(
            Declared declared,
            EventLog log,
            LogSignals signals,
            Versions versions,
            Snapshots snapshots,
            ParkedEvents parkedEvents,
            JdbcOperations jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            ProjectionSettings settings) {
        this.declared = declared;
        this.signals = signals;
        Intake intake = new Intake(new Savepoints(jdbc), parkedEvents);
        this.readers = lead -> new GroupReader(lead, declared, log, versions, intake, transactions);
        Goals goals = new Goals(versions, declared.names());
        Switching switching = new Switching(declared.names(), versions, goals, snapshots, jdbc, transactions, clock);
        this.leads =
                List.of(new Answering(settings), new Filling(declared.names(), versions, goals, switching, settings));
    }

    /** Whether each projection does its work at the moment, in the order of their names. */
    public List<ProjectionState> states() {
        boolean working = running.isWorking();
        return declared.names().stream()
                .sorted(Comparator.comparing(ProjectionName::name))
                .map(name -> new ProjectionState(name, working))
                .toList();
    }

    @Override
    public void start() {
        List<GroupReader> started = leads.stream().map(readers).toList();
        started.forEach(GroupReader::start);
        running = new Running(started, signals.subscribe(started.getFirst()::wake));
    }

    @Override
    public void stop() {
        Running ending = running;
        running = Running.NOT;
        ending.stop();
    }

    @Override
    public boolean isRunning() {
        return !running.equals(Running.NOT);
    }

    /** Long before the web server's phases, which lie at the other end. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** The readers from a start to a stop, those that answer first. */
    private record Running(List<GroupReader> readers, LogSignals.Subscription subscription) {

        static final Running NOT = new Running(List.of(), () -> {});

        boolean isWorking() {
            return !readers.isEmpty() && readers.getFirst().isWorking();
        }

        void stop() {
            subscription.close();
            readers.parallelStream().forEach(GroupReader::stop);
        }
    }
}
