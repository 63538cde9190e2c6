package com.hotpotspot.query.audit;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.eventlog.LogSignals;
import com.hotpotspot.query.audit.TreeTable.Sealed;
import com.hotpotspot.routine.Following;
import com.hotpotspot.routine.Rest;
import com.hotpotspot.routine.Routine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Follows the event log and seals it: a checkpoint after so many events, or after so much time if fewer came. Several
 * processes may do so on one database; whoever is slower starts again from what the faster one has signed.
 */
final class LogBuilder implements Following, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LogBuilder.class);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration GATHER = Duration.ofMillis(100);
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(30);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final TreeTable table;
    private final TransactionOperations transaction;
    private final InstantSource clock;
    private final AuditSettings settings;
    private final LogKeys keys;
    private final KeyRecords keyRecords;
    private final EventLog log;
    private final LogSignals signals;
    private final HighWaterMark mark;
    private final OutsideMemory outside;
    private final Tidings told = new Tidings();
    private final Routine routine = new Routine("sealing", "seal the event log", this::turn);

    private volatile SealingState state = new SealingState.Starting();
    private volatile long sealed = -1;
    private LogSignals.@Nullable Subscription subscription;

    /** The rest is for the one thread. */
    private @Nullable UnderWay underWay;

    private boolean asked;
    private long due;

    LogBuilder(
            TreeTable table,
            TransactionOperations transaction,
            InstantSource clock,
            AuditSettings settings,
            LogKeys keys,
            KeyRecords keyRecords,
            EventLog log,
            LogSignals signals,
            HighWaterMark mark,
            OutsideMemory outside) {
        this.table = table;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
        this.keys = keys;
        this.keyRecords = keyRecords;
        this.log = log;
        this.signals = signals;
        this.mark = mark;
        this.outside = outside;
    }

    SealingState state() {
        return state;
    }

    /** Takes what somebody else keeps of this log; before the next signature it is compared. */
    void tell(Remembered kept) {
        told.tell(kept);
    }

    @Override
    public Routine routine() {
        return routine;
    }

    @Override
    public OptionalLong next() {
        long size = sealed;
        return size < 0 ? OptionalLong.empty() : OptionalLong.of(size);
    }

    @Override
    public void start() {
        subscription = signals.subscribe(routine::wake);
        routine.start();
    }

    @Override
    public void stop() {
        if (subscription != null) {
            subscription.close();
        }
        routine.stop(STOP_WITHIN);
        beginAnew();
    }

    @Override
    public boolean isRunning() {
        return routine.isRunning();
    }

    /** As the projections: before the server takes requests. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Seals what there is, or waits a while if something is in the way. */
    private Rest turn() throws InterruptedException {
        try {
            return sealMore();
        } catch (Sealing.OvertakenException e) {
            LOG.debug("Starting again from where another process is: {}", e.getMessage());
            beginAnew();
            return Rest.NONE;
        } catch (EventLogUnavailableException | DataAccessException | TransactionException e) {
            beginAnew();
            state = new SealingState.Waiting();
            throw e;
        } catch (BrokenLogException e) {
            return refuse(e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The event log could not be sealed", e);
            return refuse("Something unforeseen went wrong: " + e);
        }
    }

    /** Not woken by what is sold meanwhile, which changes nothing. */
    private Rest refuse(String reason) {
        SealingState refusing = new SealingState.Refusing(reason);
        if (!refusing.equals(state)) {
            LOG.error("Nothing more is signed. {}", reason);
        }
        state = refusing;
        asked = false;
        beginAnew();
        return Rest.of(AFTER_REFUSAL);
    }

    private void beginAnew() {
        UnderWay ending = underWay;
        underWay = null;
        if (ending != null) {
            ending.ahead().close();
        }
    }

    private UnderWay resume() throws InterruptedException {
        keyRecords.bringUpToDate();
        Sealing sealing = Sealing.resume(table, transaction, clock, settings.origin(), keys, log, mark);
        if (!asked) {
            outside.ask(sealing, () -> table.latest().map(Sealed::checkpoint), this::waitFor);
            asked = !routine.isStopping();
        }
        if (!(state instanceof SealingState.Working)) {
            LOG.info("Sealing the event log from position {} on", sealing.size());
        }
        state = new SealingState.Working();
        sealed = sealing.size();
        due = System.nanoTime();
        return new UnderWay(sealing, new LeavesAhead(log, settings.events()));
    }

    private boolean waitFor(String silent, Duration pause) throws InterruptedException {
        SealingState asking = new SealingState.Asking(silent);
        if (!asking.equals(state)) {
            LOG.info(asking.inWords());
        }
        state = asking;
        return routine.pause(pause);
    }

    private Rest sealMore() throws InterruptedException {
        UnderWay work = underWay == null ? resume() : underWay;
        underWay = work;
        if (routine.isStopping()) {
            return Rest.NONE;
        }
        Sealing sealing = work.sealing();
        told.compareWith(sealing);
        List<Leaf> leaves = work.ahead().from(sealing.size());
        Duration early = Duration.ofNanos(due - System.nanoTime());
        if (leaves.isEmpty()) {
            sealing.requireEnd();
            return Rest.upTo(LOOK_AGAIN);
        }
        if (leaves.size() < settings.events() && early.isPositive()) {
            // Lets events come together, though the log may be growing all the while.
            return Rest.of(early.compareTo(GATHER) < 0 ? early : GATHER);
        }
        sealed = sealing.seal(leaves).size();
        due = System.nanoTime() + settings.every().toNanos();
        LOG.debug("Sealed {} events", sealed);
        return Rest.NONE;
    }

    /** What is at hand while nothing is in the way. */
    private record UnderWay(Sealing sealing, LeavesAhead ahead) {}
}
