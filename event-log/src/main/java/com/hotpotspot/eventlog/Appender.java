package com.hotpotspot.eventlog;

import com.hotpotspot.events.StreamId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit: callers hand in their events and wait; one thread writes all that is waiting in one transaction, then
 * answers each caller. While one batch is on its way to the disk the next one gathers.
 *
 * <p>When the connection is lost it is unknown whether a batch was recorded. It is sent again until the log says so: an
 * event found under its own id was.
 */
final class Appender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    /** Small enough for those who were answered to be back with more before the batch after is written. */
    private static final int BATCH_EVENTS = 1_500;

    private static final Duration RETRY_DELAY = Duration.ofMillis(100);
    /** Long enough to be seen by whoever asks for the health, and not so long that nobody sends anything any more. */
    private static final Duration LATELY = Duration.ofSeconds(30);

    /**
     * To look first whether places are taken costs a tenth of an append, to find out by failing costs one more. Where
     * one is taken others will be, so that it is looked at first for so long.
     */
    private static final Duration CAREFUL = Duration.ofSeconds(10);

    private static final Duration IDLE_LOOK = Duration.ofMillis(200);

    private final DataSource dataSource;
    private final AppendLimits limits;
    private final BlockingQueue<AppendRequest> waiting;
    /** Requests whose stream is in the batch before them; only the appending thread touches it. */
    private final Deque<AppendRequest> postponed = new ArrayDeque<>();

    private final LongAdder batches = new LongAdder();
    private final LongAdder commands = new LongAdder();

    /** When the database last refused a batch for another reason than what was in it; null once it takes one. */
    private volatile @Nullable Long refusedAt;

    /** When a place was found taken that had not been looked at before; only the appending thread touches it. */
    private @Nullable Long takenAt;

    private volatile @Nullable Thread thread;
    private volatile boolean closed;
    private volatile boolean ended;

    Appender(DataSource dataSource, AppendLimits limits) {
        this.dataSource = dataSource;
        this.limits = limits;
        this.waiting = new ArrayBlockingQueue<>(limits.waitingCommands());
    }

    /**
     * Appends {@code events} together with those of other callers.
     *
     * @throws LogBusyException if too many callers are waiting already
     * @throws SequenceTakenException if another writer was faster in one of the streams
     * @throws EventLogUnavailableException if the log could not be reached in time, or refused the batch
     */
    Appended append(List<NewEvent> events) {
        startOnce();
        AppendRequest request = new AppendRequest(events);
        if (!waiting.offer(request)) {
            throw new LogBusyException(limits.waitingCommands());
        }
        if (ended) {
            request.fail(closing());
        }
        return request.await();
    }

    /** How many callers wait for their turn. */
    int waitingCommands() {
        return waiting.size();
    }

    /** How many commits were made, and for how many callers together; since the start of this process. */
    AppendCounts counts() {
        return new AppendCounts(batches.sum(), commands.sum());
    }

    @Override
    public void close() {
        closed = true;
        Thread running = thread;
        if (running == null) {
            ended = true;
            return;
        }
        try {
            running.join(limits.answerWithin());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether nothing was refused lately, or something was recorded since. */
    boolean takesAppends() {
        Long refused = refusedAt;
        return refused == null || System.nanoTime() - refused > LATELY.toNanos();
    }

    private void startOnce() {
        if (thread == null) {
            synchronized (this) {
                if (thread == null && !closed) {
                    thread = Thread.ofPlatform().daemon().name("hps-appender").start(this::run);
                }
            }
        }
    }

    private void run() {
        try (Announcer announcer = new Announcer(dataSource);
                AppendConnection connection = new AppendConnection(dataSource, limits.answerWithin())) {
            while (!closed || !waiting.isEmpty() || !postponed.isEmpty()) {
                List<AppendRequest> batch = gather();
                if (!batch.isEmpty()) {
                    write(batch, connection, announcer);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
            failAll(postponed, closing());
            failAll(waiting, closing());
        }
    }

    /** All that is waiting, up to a limit; of two requests for one stream the later waits for the next batch. */
    private List<AppendRequest> gather() throws InterruptedException {
        List<AppendRequest> batch = new ArrayList<>();
        Set<StreamId> streams = new HashSet<>();
        Deque<AppendRequest> again = new ArrayDeque<>();
        int events = 0;
        AppendRequest next =
                postponed.isEmpty() ? waiting.poll(IDLE_LOOK.toMillis(), TimeUnit.MILLISECONDS) : postponed.poll();
        while (next != null) {
            if (hasWaitedTooLong(next)) {
                next.fail(new EventLogUnavailableException("the log did not get round to it in time", null));
            } else if (next.claim(streams)) {
                batch.add(next);
                events += next.events().size();
            } else {
                again.add(next);
            }
            if (events >= BATCH_EVENTS) {
                break;
            }
            next = postponed.isEmpty() ? waiting.poll() : postponed.poll();
        }
        again.addAll(postponed);
        postponed.clear();
        postponed.addAll(again);
        return batch;
    }

    private boolean hasWaitedTooLong(AppendRequest request) {
        return System.nanoTime() - request.since() > limits.answerWithin().toNanos();
    }

    /** Whatever happens, every caller of the batch gets an answer; whoever waits here waits without a limit. */
    private void write(List<AppendRequest> requests, AppendConnection connection, Announcer announcer)
            throws InterruptedException {
        try {
            Batch batch = new Batch(requests.stream().map(AppendRequest::events).toList());
            List<Batch.Outcome> outcomes = record(batch, requests, connection);
            // Before anybody is answered, who may ask about it at once.
            refusedAt = null;
            batches.increment();
            commands.add(requests.size());
            answer(requests, outcomes);
            announcer.announce();
        } catch (SQLException e) {
            if (requests.size() > 1 && LogRefusal.isOfContent(e)) {
                LOG.warn("Of {} commands the log refuses one or more: {}", requests.size(), e.getMessage());
                for (AppendRequest request : requests) {
                    write(List.of(request), connection, announcer);
                }
                return;
            }
            LOG.warn("{} commands could not be appended: {}", requests.size(), e.getMessage());
            if (!LogRefusal.isOfContent(e)) {
                refusedAt = System.nanoTime();
            }
            failAll(requests, failure(e));
        } catch (InterruptedException e) {
            failAll(requests, closing());
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.error("A batch of events could not be appended", e);
            connection.close();
            failAll(requests, new EventLogUnavailableException("could not append to the log", e));
        }
    }

    private boolean wasTakenLately() {
        return takenAt != null && System.nanoTime() - takenAt < CAREFUL.toNanos();
    }

    private static EventLogUnavailableException failure(SQLException cause) {
        return LogRefusal.isCutShort(cause)
                ? new LogCutShortException(PostgresEventLog.NOT_ITS_END, cause)
                : new EventLogUnavailableException("could not append to the log", cause);
    }

    /** Tries until the log answers, or until the longest waiting of the callers has waited long enough. */
    private List<Batch.Outcome> record(Batch batch, List<AppendRequest> requests, AppendConnection connection)
            throws SQLException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            boolean kept = connection.isOpen();
            boolean care = attempt > 1 || wasTakenLately();
            try {
                return batch.record(connection.get(), care);
            } catch (SQLException e) {
                if (!care && LogRefusal.isOfPlace(e)) {
                    takenAt = System.nanoTime();
                    continue;
                }
                connection.close();
                if (LogRefusal.isOfLongTurn(e) && !hasWaitedTooLong(requests.getFirst())) {
                    endLongTurn(connection.get());
                    continue;
                }
                if (!ConnectionLoss.is(e) || hasWaitedTooLong(requests.getFirst()) || (closed && attempt > 1)) {
                    throw e;
                }
                if (attempt == 1) {
                    LOG.warn("Lost the log while appending; looking what became of the batch: {}", e.getMessage());
                }
                if (!kept) {
                    TimeUnit.MILLISECONDS.sleep(RETRY_DELAY.toMillis());
                }
            }
        }
    }

    /** Whoever it was loses their connection if they are not of the command side; what is theirs is rolled back. */
    private static void endLongTurn(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement();
                ResultSet ended = statement.executeQuery("select log.end_long_turn()")) {
            ended.next();
            LOG.warn("Somebody has kept the turn of the log; {} connections of hps_query were ended", ended.getLong(1));
        }
    }

    private static void answer(List<AppendRequest> requests, List<Batch.Outcome> outcomes) {
        for (int i = 0; i < requests.size(); i++) {
            AppendRequest request = requests.get(i);
            switch (outcomes.get(i)) {
                case Batch.Recorded(Appended appended, boolean before) -> request.succeed(appended);
                case Batch.Taken(NewEvent event) ->
                    request.fail(new SequenceTakenException(event.stream(), event.sequence()));
            }
        }
    }

    private static void failAll(Iterable<AppendRequest> requests, EventLogUnavailableException failure) {
        requests.forEach(request -> request.fail(failure));
    }

    private static EventLogUnavailableException closing() {
        return new EventLogUnavailableException("the log is being closed", null);
    }
}
