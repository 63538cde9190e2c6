package com.hotpotspot.routine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One piece of work on one thread, from its start to its end: turn after turn, and between them a rest from which it
 * can be woken.
 *
 * <p>A turn that fails is taken again, each time after twice as long a rest, up to a bound, whatever it failed with. Of
 * each trouble the log hears twice, when it begins and when it is over; {@link #state()} tells of it all the while.
 * From an outage it can be woken as from any rest, by whoever hears that it is over; a fault is not mended by being
 * asked more often.
 */
public final class Routine {

    private static final Logger LOG = LoggerFactory.getLogger(Routine.class);

    /** What it is given to end once it was interrupted. */
    private static final Duration LAST_WAIT = Duration.ofSeconds(1);

    private final String name;
    private final String task;
    private final Work work;
    private final boolean needed;
    private final InstantSource clock;
    private final Bell bell = new Bell();

    private volatile RoutineState state = new RoutineState.Idle();
    private @Nullable Thread thread;

    private final Backoff backoff = new Backoff();

    /** What kind of thing the last turn failed with; for the one thread. */
    private @Nullable Class<?> trouble;

    /**
     * One that its side needs. Does nothing yet.
     *
     * @param name what it is called in health and metrics, and with {@code hps-} before it its thread
     * @param task what it does, as it follows "cannot" in a sentence
     */
    public Routine(String name, String task, Work work) {
        this(name, task, work, true, Clock.systemUTC());
    }

    Routine(String name, String task, Work work, boolean needed, InstantSource clock) {
        this.name = name;
        this.task = task;
        this.work = work;
        this.needed = needed;
        this.clock = clock;
    }

    /** The same that its side can do without for a while: what it decides and answers meanwhile is right. */
    public static Routine spare(String name, String task, Work work) {
        return new Routine(name, task, work, false, Clock.systemUTC());
    }

    /** Whether its trouble is that of its side, which then should be asked nothing. */
    public boolean isNeeded() {
        return needed;
    }

    public String name() {
        return name;
    }

    public RoutineState state() {
        return state;
    }

    /** Whether it was started and has not ended. */
    public boolean isRunning() {
        return !(state instanceof RoutineState.Idle || state instanceof RoutineState.Stopped);
    }

    /**
     * Takes the first turn, and from then on one after the other.
     *
     * @throws IllegalStateException if it was started before
     */
    public void start() {
        if (thread != null) {
            throw new IllegalStateException("the routine " + name + " is started once");
        }
        state = new RoutineState.Running();
        thread = Thread.ofPlatform().daemon().name("hps-" + name).start(this::run);
    }

    /** Says that there may be something to do. Returns at once. */
    public void wake() {
        bell.wake();
    }

    /** Says that somebody waits for the next turn, which comes without any rest. Returns at once. */
    public void hurry() {
        bell.hurry();
    }

    /** Takes no further turn, and waits for the one that is under way; if that takes longer it is interrupted. */
    public void stop(Duration within) {
        bell.end();
        Thread ending = thread;
        try {
            if (ending != null && !ending.join(within)) {
                LOG.warn("{} has not ended within {} and is interrupted", ending.getName(), within);
                ending.interrupt();
                boolean unused = ending.join(LAST_WAIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it was told to stop; for work that takes long. */
    public boolean isStopping() {
        return bell.hasEnded();
    }

    /**
     * Waits in the middle of a turn; nothing but the end wakes it. For the work alone.
     *
     * @return whether it is to stop
     */
    public boolean pause(Duration pause) throws InterruptedException {
        bell.pause(pause);
        return bell.hasEnded();
    }

    /** Says in the middle of a turn that all is well; for work whose turns do not end while it is. */
    public void works() {
        if (state instanceof RoutineState.Failing failing) {
            LOG.info(
                    "It is possible again, after {} s, to {}",
                    Duration.between(failing.since(), clock.instant()).toSeconds(),
                    task);
            state = new RoutineState.Running();
        }
        trouble = null;
        backoff.isOver();
    }

    private void run() {
        try {
            while (!bell.hasEnded()) {
                bell.rest(turn());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (!bell.hasEnded()) {
                LOG.warn("Was interrupted, and goes on no longer, to {}", task);
            }
        } finally {
            state = new RoutineState.Stopped(clock.instant());
        }
    }

    /** Takes one turn, and answers how long to rest then. */
    Rest turn() throws InterruptedException {
        try {
            Rest rest = work.turn();
            works();
            return rest;
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) { // an Error too: without this thread, nobody would do its work
            return failed(e);
        }
    }

    private Rest failed(Throwable failure) {
        boolean outage = Outage.is(failure);
        // One outage may be told of by several exceptions.
        Class<?> kind = outage ? Outage.class : failure.getClass();
        if (!bell.hasEnded() && !kind.equals(trouble)) {
            warn(failure, outage);
        }
        trouble = kind;
        Instant since = state instanceof RoutineState.Failing failing ? failing.since() : clock.instant();
        state = new RoutineState.Failing(since, reason(failure, outage), outage);
        return backoff.after(outage);
    }

    private void warn(Throwable failure, boolean outage) {
        if (outage) {
            LOG.warn("Cannot {}; trying again: {}", task, reason(failure, true));
        } else {
            LOG.error("Cannot {}; trying again", task, failure);
        }
    }

    private static String reason(Throwable failure, boolean outage) {
        return outage ? Objects.requireNonNullElseGet(failure.getMessage(), failure::toString) : failure.toString();
    }
}
