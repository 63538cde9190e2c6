package com.hotpotspot.standalone.serve;

import java.time.Duration;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was started, and the way to stop it all in the opposite order. The end may come from another thread in the
 * middle of a start: it then waits for the steps under way, so that nothing is left running that nobody stops. Nothing
 * is waited for without end: whoever asked a process to stop wants it gone.
 */
final class Lifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    /** By the order in which they were begun. */
    private final NavigableMap<Integer, Started> started = new ConcurrentSkipListMap<>();

    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);

    /** Read by each step under way, written by the end. */
    private final ReadWriteLock steps = new ReentrantReadWriteLock();

    private final Duration limit;

    private record Started(String name, AutoCloseable what) {}

    /** @param limit how long one thing may take to stop */
    Lifecycle(Duration limit) {
        this.limit = limit;
    }

    /** The end came before the start was through. */
    static final class EndedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        EndedException() {
            super("the system is stopping");
        }
    }

    /**
     * Starts one thing.
     *
     * @throws EndedException if the end has come, in which case nothing is started
     */
    <T extends AutoCloseable> T start(String name, Supplier<T> start) {
        return start(begun.incrementAndGet(), name, start);
    }

    /**
     * Starts one thing beside what else is being started. It is stopped before what was begun before it, whichever was
     * there first.
     */
    <T extends AutoCloseable> Beginning<T> begin(String name, Supplier<T> start) {
        int order = begun.incrementAndGet();
        FutureTask<T> step = new FutureTask<>(() -> start(order, name, start));
        Thread.ofPlatform().name("start-" + name).daemon().start(step);
        return new Beginning<>(step);
    }

    private <T extends AutoCloseable> T start(int order, String name, Supplier<T> start) {
        Lock step = steps.readLock();
        step.lock();
        try {
            LOG.info("Starting the {}", unlessEnding(name));
            T what = start.get();
            started.put(order, new Started(name, what));
            return what;
        } finally {
            step.unlock();
        }
    }

    /** Something that is being started. */
    static final class Beginning<T> {

        private final Future<T> step;

        private Beginning(Future<T> step) {
            this.step = step;
        }

        /**
         * Waits until it is there.
         *
         * @throws EndedException if the end came before, or this thread is not to wait any longer
         * @throws RuntimeException what kept it from starting
         */
        T await() {
            try {
                return step.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EndedException();
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case RuntimeException failure -> throw failure;
                    case Error failure -> throw failure;
                    case null, default -> throw new IllegalStateException(e);
                }
            }
        }
    }

    /** Whether the end has begun. */
    boolean isEnding() {
        return end.getCount() == 0;
    }

    /** Answers {@code what}, or keeps a step that the end waits for from going on; see {@link EndedException}. */
    <T> T unlessEnding(T what) {
        if (isEnding()) {
            throw new EndedException();
        }
        return what;
    }

    /** Waits for the end to begin. */
    void awaitEnd() throws InterruptedException {
        end.await();
    }

    /** Waits for the end to begin, but not for longer than {@code limit}; answers whether it has. */
    boolean awaitEnd(Duration limit) throws InterruptedException {
        return end.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Stops all that was started, last first. What does not stop, or not in time, keeps nothing else from being
     * stopped.
     *
     * @return whether all of it stopped without trouble
     */
    boolean end() {
        end.countDown();
        boolean clean = true;
        try {
            boolean between = steps.writeLock().tryLock(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!between) {
                LOG.error("What is being started is not waited for any longer");
                clean = false;
            }
            for (var next = started.pollLastEntry(); next != null; next = started.pollLastEntry()) {
                clean &= stop(next.getValue());
            }
            if (between) {
                steps.writeLock().unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            clean = false;
        }
        return clean;
    }

    private boolean stop(Started next) throws InterruptedException {
        LOG.info("Stopping the {}", next.name());
        FutureTask<Boolean> stopping = new FutureTask<>(() -> {
            next.what().close();
            return true;
        });
        Thread thread = Thread.ofPlatform().name("stop-" + next.name()).daemon().start(stopping);
        try {
            return stopping.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            LOG.error("The {} did not stop cleanly", next.name(), e.getCause());
        } catch (TimeoutException e) {
            LOG.error("The {} has not stopped after {} and is not waited for any longer", next.name(), limit, e);
            thread.interrupt();
        }
        return false;
    }
}
