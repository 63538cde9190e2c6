package com.hotpotspot.eventlog;

import com.hotpotspot.events.Event;
import com.hotpotspot.events.json.EventTypes;
import com.hotpotspot.routine.Following;
import com.hotpotspot.routine.Rest;
import com.hotpotspot.routine.Routine;
import com.hotpotspot.routine.RoutineState;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a reader level with the log. It hands over what ever happened in some kinds of streams, not the whole log, and
 * from then on what is new, woken by appends, but not by each of them. Every event comes once, in the order of
 * positions; before one that the reader cannot take it stands still and tries again.
 */
public final class Follower implements Following {

    private static final int SPAN = 10_000;

    /** Should a signal be lost. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** Sales are appended all the time and change nothing for most readers, who may learn a moment later what does. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final EventLog log;
    private final LogSignals signals;
    private final Set<String> kinds;
    private final Set<String> types;
    private final Reader reader;
    private final Routine routine;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();

    private volatile boolean complete;
    private long next;
    private LogSignals.@Nullable Subscription subscription;

    /**
     * Reads nothing yet.
     *
     * @param name of the routine
     * @param kinds of the streams that all events of the features are in
     * @param features whose events are wanted, of whichever kind
     */
    public Follower(
            String name,
            EventLog log,
            LogSignals signals,
            Set<String> kinds,
            Set<Class<? extends Event>> features,
            Reader reader) {
        this.log = log;
        this.signals = signals;
        this.kinds = Set.copyOf(kinds);
        this.types = EventTypes.namesOf(features);
        this.reader = reader;
        this.routine = new Routine(name, "follow the log for the " + name, this::look);
    }

    @Override
    public Routine routine() {
        return routine;
    }

    @Override
    public OptionalLong next() {
        if (!complete) {
            return OptionalLong.empty();
        }
        lock.lock();
        try {
            return OptionalLong.of(next);
        } finally {
            lock.unlock();
        }
    }

    /** Whether that is so and nothing that happened since is in the way; an outage is not. */
    public boolean isCurrent() {
        return complete && !(routine.state() instanceof RoutineState.Failing failing && !failing.outage());
    }

    /**
     * Starts, and waits until it is complete.
     *
     * @return whether it is; false if that takes longer than {@code limit}
     */
    public boolean start(Duration limit) {
        subscription = signals.subscribe(routine::wake);
        routine.start();
        return awaitUntil(() -> complete, limit);
    }

    public void stop() {
        if (subscription != null) {
            subscription.close();
        }
        routine.stop(STOP_WITHIN);
    }

    /**
     * Waits until all up to a position has been handed over.
     *
     * @return whether it has; false if that takes longer than {@code limit}
     */
    public boolean await(long position, Duration limit) {
        if (routine.state().isWell()) {
            routine.hurry();
        }
        return awaitUntil(() -> next > position, limit);
    }

    private boolean awaitUntil(BooleanSupplier reached, Duration limit) {
        long nanos = limit.toNanos();
        lock.lock();
        try {
            while (!reached.getAsBoolean() && nanos > 0) {
                nanos = advanced.awaitNanos(nanos);
            }
            return reached.getAsBoolean();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** One turn: reads on to the end of the log. */
    Rest look() {
        if (!complete) {
            handOverWhatHappened();
        }
        boolean more = true;
        while (more && !routine.isStopping()) {
            long from = next;
            Slice slice = log.read(from, SPAN, types);
            slice.events().forEach(this::handOver);
            advance(slice.next());
            more = next > from;
        }
        return new Rest(BETWEEN_LOOKS, LOOK_AGAIN);
    }

    private void handOverWhatHappened() {
        long head = log.head();
        log.readKinds(kinds, head).forEach(this::handOver);
        reader.complete();
        complete = true;
        advance(head + 1);
    }

    /** Once, though a look may have to be taken again. */
    private void handOver(StoredEvent event) {
        if (event.position() >= next) {
            reader.take(event);
            advance(event.position() + 1);
        }
    }

    private void advance(long to) {
        lock.lock();
        try {
            next = Math.max(next, to);
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Who is kept level; always called on the same thread. */
    @FunctionalInterface
    public interface Reader {

        /** Takes what happened next; what it throws has it come again. */
        void take(StoredEvent event);

        /** Hears that it has been told all that had happened when it began. */
        default void complete() {}
    }
}
