package com.hotpotspot.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import com.hotpotspot.eventlog.EventSerializer;
import com.hotpotspot.eventlog.NewEvent;
import com.hotpotspot.eventlog.Notifications;
import com.hotpotspot.eventlog.NotifiedEventStore;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.PostgresEventStorageEngine;
import com.hotpotspot.events.StreamId;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** From the answer to an append in one process to the event in the hands of a reader in another, when all is quiet. */
final class WakeUpBenchmark implements Benchmark {

    private static final int EVENTS = 500;
    private static final Duration QUIET = Duration.ofMillis(20);

    @Override
    public void run(BenchmarkServer server, Figures figures) throws Exception {
        String url = server.newLog();
        EventSerializer serializer = EventSerializer.create();
        try (HikariDataSource writers = BenchmarkServer.pool(url, "hps_command", 2);
                HikariDataSource readers = BenchmarkServer.pool(url, "hps_query", 4);
                PostgresEventLog writing = new PostgresEventLog(writers);
                PostgresEventLog reading = new PostgresEventLog(readers);
                Notifications notifications = new Notifications(readers, List.of(PostgresEventLog.CHANNEL))) {
            NotifiedEventStore store = NotifiedEventStore.create(
                    new PostgresEventStorageEngine(reading, serializer, serializer), notifications);
            SynchronousQueue<Long> arrivals = new SynchronousQueue<>();
            Thread reader = Thread.ofPlatform().daemon().start(() -> follow(store, arrivals));
            Histogram latencies = new Histogram(3);
            for (int i = 0; i < EVENTS; i++) {
                TimeUnit.NANOSECONDS.sleep(QUIET.toNanos());
                long sent = System.nanoTime();
                writing.append(List.of(event(i)));
                Long arrived = arrivals.poll(10, TimeUnit.SECONDS);
                if (arrived == null) {
                    throw new IllegalStateException("the reader was not woken");
                }
                if (i >= EVENTS / 5) {
                    latencies.recordValue(Math.max(0, arrived - sent));
                }
            }
            reader.interrupt();
            figures.add("wakeup.p50", latencies.getValueAtPercentile(50) / 1e6, "ms");
            figures.add("wakeup.p99", latencies.getValueAtPercentile(99) / 1e6, "ms");
        }
    }

    private static void follow(NotifiedEventStore store, SynchronousQueue<Long> arrivals) {
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(null)) {
            while (true) {
                stream.nextAvailable();
                arrivals.put(System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static NewEvent event(long sequence) {
        return new NewEvent(
                StreamId.parse("node:VAKE"),
                sequence,
                UuidCreator.getTimeOrderedEpoch(),
                "node.activated",
                "1",
                Instant.now(),
                "{\"node\":\"VAKE\"}".getBytes(UTF_8),
                "{}".getBytes(UTF_8));
    }
}
