package com.hotpotspot.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends on schedule whatever the answers do. A latency counts from when its request was due, so a door that stalls is
 * charged for everybody it kept waiting.
 */
final class OpenLoop {

    private static final int TILLS = 64;

    private OpenLoop() {}

    /** Latencies in nanoseconds. */
    static Histogram run(URI door, String authorization, Sales sales, int perSecond, Duration duration)
            throws Exception {
        Histogram latencies = new ConcurrentHistogram(Duration.ofMinutes(5).toNanos(), 3);
        long requests = duration.toSeconds() * perSecond;
        long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        AtomicLong next = new AtomicLong();
        List<Future<?>> tills = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(TILLS)) {
            for (int i = 0; i < TILLS; i++) {
                tills.add(threads.submit(() -> {
                    try (Till till = new Till(door, authorization)) {
                        for (long request = next.getAndIncrement();
                                request < requests;
                                request = next.getAndIncrement()) {
                            long due = start + request * TimeUnit.SECONDS.toNanos(1) / perSecond;
                            awaitUntil(due);
                            int status = till.post(sales.nextJson());
                            latencies.recordValue(System.nanoTime() - due);
                            if (status != 201) {
                                throw new IOException("a sale was answered " + status);
                            }
                        }
                    }
                    return null;
                }));
            }
        }
        for (Future<?> till : tills) {
            till.get();
        }
        return latencies;
    }

    private static void awaitUntil(long due) {
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }
}
