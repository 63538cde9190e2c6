package com.hotpotspot.standalone.serve;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was started, and the way to stop it all in the opposite order. The end may come from another thread in the
 * middle of a start: it then waits for the step under way, so that nothing is left running that nobody stops.
 */
final class Lifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final Deque<Started> started = new ArrayDeque<>();
    private final CountDownLatch end = new CountDownLatch(1);

    private record Started(String name, AutoCloseable what) {}

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
    synchronized <T extends AutoCloseable> T start(String name, Supplier<T> start) {
        if (isEnding()) {
            throw new EndedException();
        }
        LOG.info("Starting the {}", name);
        T what = start.get();
        started.push(new Started(name, what));
        return what;
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
     * Stops all that was started, last first. What does not stop keeps nothing else from being stopped.
     *
     * @return whether all of it stopped without trouble
     */
    boolean end() {
        end.countDown();
        return stopAll();
    }

    private synchronized boolean stopAll() {
        boolean clean = true;
        while (!started.isEmpty()) {
            Started next = started.pop();
            LOG.info("Stopping the {}", next.name());
            try {
                next.what().close();
            } catch (Exception e) {
                LOG.error("The {} did not stop cleanly", next.name(), e);
                clean = false;
            }
        }
        return clean;
    }
}
