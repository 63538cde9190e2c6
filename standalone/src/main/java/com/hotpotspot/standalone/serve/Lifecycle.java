package com.hotpotspot.standalone.serve;

import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was started, and the way to stop it all in the opposite order. The end may come from another thread in the
 * middle of a start: it then waits for the step under way, so that nothing is left running that nobody stops. Nothing
 * is waited for without end: whoever asked a process to stop wants it gone.
 */
final class Lifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final Deque<Started> started = new ConcurrentLinkedDeque<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ReentrantLock step = new ReentrantLock();
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
        step.lock();
        try {
            if (isEnding()) {
                throw new EndedException();
            }
            LOG.info("Starting the {}", name);
            T what = start.get();
            started.push(new Started(name, what));
            return what;
        } finally {
            step.unlock();
        }
    }

    /** Whether the end has begun. */
    boolean isEnding() {
        return end.getCount() == 0;
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
            boolean between = step.tryLock(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!between) {
                LOG.error("What is being started is not waited for any longer");
                clean = false;
            }
            for (Started next = started.poll(); next != null; next = started.poll()) {
                clean &= stop(next);
            }
            if (between) {
                step.unlock();
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
