package com.hotpotspot.benchmarks;

import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.Slice;
import com.hotpotspot.eventlog.StoredEvent;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;

/**
 * What it would cost to keep the SHA-256 of payload and metadata in the row, and what it costs to compute them when an
 * event is read.
 */
final class HashBenchmark implements Benchmark {

    private static final int SALES = 100_000;
    private static final int SALES_PER_COPY = 10_000;
    private static final int EVENTS = 20_000;
    private static final int TIMES = 10;

    @Override
    public void run(BenchmarkServer server, Figures figures) throws Exception {
        String url = server.newLog();
        BenchmarkServer.execute(url + "?user=postgres", """
                create table log.hashed (like log.event including constraints, payload_sha256 bytea not null, metadata_sha256 bytea not null,
                    primary key (position), unique (stream, sequence))""");
        LogCopy plain = new LogCopy(url, 0, 0);
        LogCopy hashed = new LogCopy(url, true, 0, 0);
        Map<String, Load.Result> results = new Round()
                .with("hash.copy-in-without", () -> Load.Result.of(plain.in(SALES, SALES_PER_COPY)))
                .with("hash.copy-in-with", () -> Load.Result.of(hashed.in(SALES, SALES_PER_COPY)))
                .medians();
        results.forEach((name, result) -> figures.add(name, result.perSecond(), "events/s"));
        figures.addRatio("hash.copy-in", figures.valueOf("hash.copy-in-with").orElseThrow(), "hash.copy-in-without");
        figures.add("hash.compute", compute(url), "events/s");
    }

    /** Events a second for which one thread computes both hashes. */
    private static double compute(String url) {
        try (HikariDataSource pool = BenchmarkServer.pool(url, "hps_query", 1);
                PostgresEventLog log = new PostgresEventLog(pool)) {
            Slice slice = log.read(0, EVENTS);
            double perSecond = 0;
            for (int i = 0; i < TIMES; i++) {
                perSecond = Math.max(perSecond, compute(slice.events()));
            }
            return perSecond;
        }
    }

    private static double compute(List<StoredEvent> events) {
        long start = System.nanoTime();
        int bytes = 0;
        for (StoredEvent event : events) {
            bytes += Sha256.of(event.payload()).length + Sha256.of(event.metadata()).length;
        }
        if (bytes != events.size() * 64) {
            throw new IllegalStateException("a hash is missing");
        }
        return events.size() * 1e9 / (System.nanoTime() - start);
    }
}
