package com.hotpotspot.query.audit;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.eventlog.LogSignals;
import com.hotpotspot.query.audit.TreeTable.Sealed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
final class LogBuilder implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LogBuilder.class);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration GATHER = Duration.ofMillis(100);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(30);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    /** What comes on top is told again. */
    private static final int MOST_TOLD = 100;

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
    private final BlockingQueue<Remembered> told = new ArrayBlockingQueue<>(MOST_TOLD);
    private final Semaphore grown = new Semaphore(0);
    private final AuditThread thread = new AuditThread("hps-audit", Thread.NORM_PRIORITY);

    private volatile SealingState state = new SealingState.Starting();
    private boolean asked;

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
        if (!told.offer(kept)) {
            LOG.debug("Too much is told at once; {} is asked again", kept.keeper());
        }
    }

    @Override
    public void start() {
        thread.start(this::run);
    }

    @Override
    public void stop() {
        thread.tellToStop();
        grown.release();
        thread.stop(STOP_WITHIN);
    }

    @Override
    public boolean isRunning() {
        return thread.isStarted();
    }

    /** As the projections: before the server takes requests. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() throws InterruptedException {
        try (LogSignals.Subscription subscription = signals.subscribe(grown::release)) {
            LOG.debug("Sealing the event log, woken through {}", subscription);
            while (!thread.isStopping()) {
                work();
            }
        }
    }

    /** Seals until something is in the way, and waits a while then. */
    private void work() throws InterruptedException {
        try {
            sealAsEventsCome();
        } catch (Sealing.OvertakenException e) {
            LOG.debug("Starting again from where another process is: {}", e.getMessage());
        } catch (EventLogUnavailableException | DataAccessException | TransactionException e) {
            if (!(state instanceof SealingState.Waiting)) {
                LOG.warn("The event log is not sealed for the moment: {}", e.getMessage());
            }
            state = new SealingState.Waiting();
            rest(AFTER_FAILURE);
        } catch (BrokenLogException e) {
            refuse(e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The event log could not be sealed", e);
            refuse("Something unforeseen went wrong: " + e);
        }
    }

    private void refuse(String reason) throws InterruptedException {
        SealingState refusing = new SealingState.Refusing(reason);
        if (!refusing.equals(state)) {
            LOG.error("Nothing more is signed. {}", reason);
        }
        state = refusing;
        asked = false;
        // Not woken by what is sold meanwhile, which changes nothing.
        thread.pause(AFTER_REFUSAL);
    }

    private void sealAsEventsCome() throws InterruptedException {
        keyRecords.bringUpToDate();
        Sealing sealing = Sealing.resume(table, transaction, clock, settings.origin(), keys, log, mark);
        if (!asked) {
            outside.ask(sealing, () -> table.latest().map(Sealed::checkpoint), this::waitFor);
            asked = !thread.isStopping();
        }
        if (!(state instanceof SealingState.Working)) {
            LOG.info("Sealing the event log from position {} on", sealing.size());
        }
        state = new SealingState.Working();
        try (LeavesAhead ahead = new LeavesAhead(log, settings.events())) {
            sealAsEventsCome(sealing, ahead);
        }
    }

    private boolean waitFor(String silent, Duration pause) throws InterruptedException {
        SealingState asking = new SealingState.Asking(silent);
        if (!asking.equals(state)) {
            LOG.info(asking.inWords());
        }
        state = asking;
        return thread.pause(pause);
    }

    /** Somebody who is not content with what was signed shows what they have. */
    private void compareTold(Sealing sealing) {
        for (Remembered kept = told.poll(); kept != null; kept = told.poll()) {
            sealing.compare(kept);
        }
    }

    private void sealAsEventsCome(Sealing sealing, LeavesAhead ahead) throws InterruptedException {
        long due = System.nanoTime();
        while (!thread.isStopping()) {
            grown.drainPermits();
            compareTold(sealing);
            List<Leaf> leaves = ahead.from(sealing.size());
            long early = due - System.nanoTime();
            if (leaves.isEmpty()) {
                sealing.requireEnd();
                rest(LOOK_AGAIN);
            } else if (leaves.size() < settings.events() && early > 0) {
                gather(Duration.ofNanos(early));
            } else {
                Sealed latest = sealing.seal(leaves);
                due = System.nanoTime() + settings.every().toNanos();
                LOG.debug("Sealed {} events", latest.size());
            }
        }
    }

    /** Sleeps until the log grows. */
    private void rest(Duration atMost) throws InterruptedException {
        if (!thread.isStopping() && grown.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            LOG.trace("Woken");
        }
    }

    /** Lets events come together, though the log may be growing all the while. */
    private void gather(Duration atMost) throws InterruptedException {
        thread.pause(atMost.compareTo(GATHER) < 0 ? atMost : GATHER);
    }
}
