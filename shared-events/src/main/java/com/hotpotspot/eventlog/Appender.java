package com.hotpotspot.eventlog;

import com.hotpotspot.events.StreamId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit: callers hand in their events and wait; one thread writes all that is waiting in one statement and one
 * commit, then answers each caller. While one batch is on its way to the disk the next one gathers.
 *
 * <p>When the connection is lost it is unknown whether a batch was recorded. It is sent again until the log says so: an
 * event found under its own id was.
 */
final class Appender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final int BATCH_EVENTS = 3_000;
    private static final Duration RETRY_DELAY = Duration.ofMillis(100);
    private static final Duration IDLE_LOOK = Duration.ofMillis(200);

    private final DataSource dataSource;
    private final AppendLimits limits;
    private final BlockingQueue<Request> waiting;
    /** Requests whose stream is in the batch before them; only the appending thread touches it. */
    private final Deque<Request> postponed = new ArrayDeque<>();

    private volatile @Nullable Thread thread;
    private volatile boolean closed;

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
        Request request = new Request(events);
        if (closed) {
            throw new EventLogUnavailableException("the log is being closed", null);
        }
        if (!waiting.offer(request)) {
            throw new LogBusyException(limits.waitingCommands());
        }
        return request.await(limits.answerWithin());
    }

    /** How many callers wait for their turn; for metrics. */
    int waitingCommands() {
        return waiting.size();
    }

    @Override
    public void close() {
        closed = true;
        Thread running = thread;
        if (running == null) {
            return;
        }
        try {
            running.join(limits.answerWithin());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startOnce() {
        if (thread == null) {
            synchronized (this) {
                if (thread == null) {
                    thread = Thread.ofPlatform().daemon().name("hps-appender").start(this::run);
                }
            }
        }
    }

    private void run() {
        while (!closed || !waiting.isEmpty() || !postponed.isEmpty()) {
            List<Request> batch = List.of();
            try {
                batch = gather();
                if (!batch.isEmpty()) {
                    write(batch);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                closed = true;
            } catch (RuntimeException e) {
                LOG.error("A batch of events could not be appended", e);
                batch.forEach(request -> request.fail(new EventLogUnavailableException("could not append", e)));
            }
        }
    }

    /** All that is waiting, up to a limit; of two requests for one stream the later waits for the next batch. */
    private List<Request> gather() throws InterruptedException {
        List<Request> batch = new ArrayList<>();
        Set<StreamId> streams = new HashSet<>();
        Deque<Request> again = new ArrayDeque<>();
        int events = 0;
        Request next =
                postponed.isEmpty() ? waiting.poll(IDLE_LOOK.toMillis(), TimeUnit.MILLISECONDS) : postponed.poll();
        while (next != null) {
            if (next.sharesAStreamWith(streams)) {
                again.add(next);
            } else {
                next.addStreamsTo(streams);
                batch.add(next);
                events += next.events().size();
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

    private void write(List<Request> batch) {
        AppendStatement statement =
                AppendStatement.of(batch.stream().map(Request::events).toList());
        long deadline = System.nanoTime() + limits.answerWithin().toNanos();
        for (boolean firstTry = true; ; firstTry = false) {
            try (Connection connection = dataSource.getConnection()) {
                answer(batch, statement.execute(connection));
                return;
            } catch (SQLException e) {
                if (!ConnectionLoss.is(e) || System.nanoTime() > deadline || (closed && !firstTry)) {
                    EventLogUnavailableException failure =
                            new EventLogUnavailableException("could not append to the log", e);
                    batch.forEach(request -> request.fail(failure));
                    return;
                }
                if (firstTry) {
                    LOG.warn("Lost the log while appending; looking what became of the batch: {}", e.getMessage());
                }
                pause();
            }
        }
    }

    private static void answer(List<Request> batch, List<AppendStatement.Outcome> outcomes) {
        for (int i = 0; i < batch.size(); i++) {
            Request request = batch.get(i);
            switch (outcomes.get(i)) {
                case AppendStatement.Recorded(Appended appended) -> request.succeed(appended);
                case AppendStatement.Taken(NewEvent event) ->
                    request.fail(new SequenceTakenException(event.stream(), event.sequence()));
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_DELAY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One caller's events and the answer it waits for. */
    private static final class Request {

        private final List<NewEvent> events;
        private final CompletableFuture<Appended> answer = new CompletableFuture<>();

        Request(List<NewEvent> events) {
            this.events = events;
        }

        List<NewEvent> events() {
            return events;
        }

        boolean sharesAStreamWith(Set<StreamId> streams) {
            for (NewEvent event : events) {
                if (streams.contains(event.stream())) {
                    return true;
                }
            }
            return false;
        }

        void addStreamsTo(Set<StreamId> streams) {
            for (NewEvent event : events) {
                streams.add(event.stream());
            }
        }

        void succeed(Appended appended) {
            answer.complete(appended);
        }

        void fail(RuntimeException failure) {
            answer.completeExceptionally(failure);
        }

        Appended await(Duration limit) {
            try {
                return answer.get(limit.multipliedBy(2).toNanos(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof SequenceTakenException taken) {
                    throw taken;
                }
                throw new EventLogUnavailableException("could not append to the log", e.getCause());
            } catch (TimeoutException e) {
                throw new EventLogUnavailableException("the log did not answer in time", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EventLogUnavailableException("interrupted while waiting for the log", e);
            }
        }
    }
}
