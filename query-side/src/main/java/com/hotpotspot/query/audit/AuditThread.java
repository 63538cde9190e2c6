package com.hotpotspot.query.audit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A thread that works beside all others until it is told to stop, once. */
final class AuditThread {

    private final Thread.Builder builder;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    /** @param priority among the threads of the process, as {@link Thread} counts */
    AuditThread(String name, int priority) {
        this.builder = Thread.ofPlatform().daemon().name(name).priority(priority);
    }

    void start(Work work) {
        thread = builder.start(() -> {
            try {
                work.untilStopped();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void tellToStop() {
        stopping.countDown();
    }

    /** @param within how long to wait for the work to end */
    void stop(Duration within) {
        tellToStop();
        Thread ending = thread;
        if (ending != null) {
            try {
                ending.join(within);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    boolean isStarted() {
        return thread != null;
    }

    boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /**
     * Sleeps, unless it is to stop.
     *
     * @return whether it is to stop
     */
    boolean pause(Duration pause) throws InterruptedException {
        return stopping.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    @FunctionalInterface
    interface Work {
        void untilStopped() throws InterruptedException;
    }
}
