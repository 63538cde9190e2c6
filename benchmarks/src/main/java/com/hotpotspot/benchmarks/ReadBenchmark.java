package com.hotpotspot.benchmarks;

import com.hotpotspot.eventlog.EventSerializer;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.PostgresEventStorageEngine;
import com.hotpotspot.eventlog.Slice;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Iterator;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Reading the log from its beginning: the stored bytes as exports and streams do, and events as projections do. */
final class ReadBenchmark implements Benchmark {

    private static final int SALES = 200_000;
    private static final int SPAN = 5_000;

    @Override
    public void run(BenchmarkServer server, Figures figures) throws Exception {
        String url = server.newLog();
        new LogCopy(url, 0, 0).in(SALES, 10_000);
        BenchmarkServer.execute(url + "?user=postgres", "vacuum analyze log.event");
        try (HikariDataSource pool = BenchmarkServer.pool(url, "hps_query", 4);
                PostgresEventLog log = new PostgresEventLog(pool)) {
            raw(log);
            figures.add("read.raw", raw(log), "events/s");
            typed(log);
            figures.add("read.typed", typed(log), "events/s");
        }
    }

    private static double raw(PostgresEventLog log) {
        long bytes = 0;
        long next = 0;
        long start = System.nanoTime();
        for (Slice slice = log.read(0, SPAN); slice.next() > next; slice = log.read(next, SPAN)) {
            next = slice.next();
            bytes += slice.events().getLast().payload().length;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (bytes == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return next / seconds;
    }

    private static double typed(PostgresEventLog log) {
        EventSerializer serializer = EventSerializer.create();
        PostgresEventStorageEngine engine = new PostgresEventStorageEngine(log, serializer, serializer);
        long events = 0;
        long start = System.nanoTime();
        Iterator<? extends TrackedEventMessage<?>> read =
                engine.readEvents(null, false).iterator();
        while (read.hasNext()) {
            if (read.next().getPayload() != null) {
                events++;
            }
        }
        return events * 1e9 / (System.nanoTime() - start);
    }
}
