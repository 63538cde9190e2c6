package com.hotpotspot.benchmarks;

import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleNumber;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;

/**
 * How table, indexes, write-ahead log, vacuum, backup and reading of streams grow with the log, a million at a time.
 */
final class GrowthBenchmark implements Benchmark {

    private static final int MILLIONS = 5;
    private static final int SALES_A_STEP = 333_334;
    private static final int SALES_PER_COPY = 10_000;
    private static final int STREAMS_READ = 3_000;
    private static final long SEED = 20_261_124;

    @Override
    public void run(BenchmarkServer server, Figures figures) throws Exception {
        String url = server.newLog();
        LogCopy copy = new LogCopy(url, 0, 0);
        SplittableRandom random = new SplittableRandom(SEED);
        try (Connection admin = DriverManager.getConnection(url + "?user=postgres");
                HikariDataSource pool = BenchmarkServer.pool(url, "hps_query", 1);
                PostgresEventLog log = new PostgresEventLog(pool)) {
            for (int million = 1; million <= MILLIONS; million++) {
                String name = "growth." + million + "m.";
                long wal = number(admin, "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
                figures.add(name + "copy-in", copy.in(SALES_A_STEP, SALES_PER_COPY), "events/s");
                double walBytes = number(admin, "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint") - wal;
                figures.add(name + "wal", walBytes / (3 * SALES_A_STEP), "bytes/event");
                figures.add(name + "vacuum", seconds(admin, "vacuum (analyze) log.event"), "s");
                figures.add(name + "checkpoint", seconds(admin, "checkpoint"), "s");
                figures.add(name + "table", megabytes(admin, "log.event"), "MB");
                figures.add(name + "index-position", megabytes(admin, "log.event_position"), "MB");
                figures.add(name + "index-stream", megabytes(admin, "log.event_stream_sequence"), "MB");
                figures.add(name + "copy-out", copy.out(), "events/s");
                Histogram reads = readStreams(log, random, (long) million * SALES_A_STEP);
                figures.add(name + "stream-p50", reads.getValueAtPercentile(50) / 1e6, "ms");
                figures.add(name + "stream-p99", reads.getValueAtPercentile(99) / 1e6, "ms");
            }
        }
    }

    /** Reads whole sales, taken from anywhere in the log. */
    private static Histogram readStreams(PostgresEventLog log, SplittableRandom random, long sales) {
        Histogram latencies = new Histogram(3);
        for (int i = 0; i < STREAMS_READ; i++) {
            long number = random.nextLong(1, sales + 1);
            StreamId stream = SaleId.of(Sales.nodeOf(number), new SaleNumber("C" + number)).stream();
            long start = System.nanoTime();
            int events = log.readStream(stream, 0, 10).size();
            latencies.recordValue(System.nanoTime() - start);
            if (events != 3) {
                throw new IllegalStateException(String.format(Locale.ROOT, "%s has %d events", stream, events));
            }
        }
        return latencies;
    }

    private static double megabytes(Connection connection, String relation) throws SQLException {
        return number(connection, "select pg_relation_size('%s')".formatted(relation)) / 1e6;
    }

    private static double seconds(Connection connection, String sql) throws SQLException {
        long start = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
