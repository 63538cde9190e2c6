package com.hotpotspot.benchmarks;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Keeps a number of operations in flight for a while and says how many were done and how long each took. */
final class Load {

    private Load() {}

    /** Runs {@code operation} in a closed loop on {@code inFlight} threads. */
    static Result closedLoop(int inFlight, ThreadFactory threads, Duration duration, Operation operation)
            throws Exception {
        Histogram latencies = new ConcurrentHistogram(Duration.ofMinutes(1).toNanos(), 3);
        AtomicLong done = new AtomicLong();
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        CountDownLatch finished = new CountDownLatch(inFlight);
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        for (int i = 0; i < inFlight; i++) {
            threads.newThread(() -> {
                        try {
                            for (long begun = System.nanoTime(); begun < end && failure.get() == null; ) {
                                operation.run();
                                long now = System.nanoTime();
                                latencies.recordValue(now - begun);
                                done.incrementAndGet();
                                begun = now;
                            }
                        } catch (Exception e) {
                            failure.compareAndSet(null, e);
                        } finally {
                            finished.countDown();
                        }
                    })
                    .start();
        }
        finished.await();
        Exception failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return new Result(done.get() * 1e9 / (System.nanoTime() - start), latencies);
    }

    /** Something worth timing. */
    @FunctionalInterface
    interface Operation {
        void run() throws Exception;
    }

    /**
     * How it went.
     *
     * @param latencies in nanoseconds
     */
    record Result(double perSecond, Histogram latencies) {

        /** Of something that was not timed one by one. */
        static Result of(double perSecond) {
            return new Result(perSecond, new Histogram(3));
        }

        double millis(double percentile) {
            return latencies.getValueAtPercentile(percentile) / 1e6;
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%,9.0f /s   p50 %8.2f ms   p99 %8.2f ms   p99.9 %8.2f ms",
                    perSecond,
                    millis(50),
                    millis(99),
                    millis(99.9));
        }
    }
}
