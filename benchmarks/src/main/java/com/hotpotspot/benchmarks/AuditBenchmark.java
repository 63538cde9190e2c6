package com.hotpotspot.benchmarks;

import com.hotpotspot.eventlog.EventLine;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.Slice;
import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.keystore.Passphrase;
import com.hotpotspot.query.audit.MeasuredAuditLog;
import com.hotpotspot.tlog.checkpoint.TlogPolicy;
import com.hotpotspot.verifier.check.Progress;
import com.hotpotspot.verifier.check.Verdict;
import com.hotpotspot.verifier.check.Verifier;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * The audit log: how fast a log is sealed that is there already, how far sealing is behind one that grows by 2,000
 * sales a second, how long a proof takes, and how long the verifier takes for a dump of a million events.
 */
final class AuditBenchmark implements Benchmark {

    private static final int EVENTS_A_SALE = 3;
    private static final int FIRST_SALES = 333_334;
    private static final int ALL_SALES = 1_666_667;
    private static final int SALES_A_SECOND = 2_000;
    private static final int COMMITS_A_SECOND = 10;
    private static final int SECONDS = 30;
    private static final int PROOFS = 20_000;

    @Override
    public void run(BenchmarkServer server, Figures figures) throws Exception {
        String url = server.newLog();
        try (HikariDataSource owner = BenchmarkServer.pool(url, "hps_owner", 2)) {
            MeasuredAuditLog.schema().migrate(owner);
        }
        Path directory = Files.createTempDirectory("audit");
        LogCopy copy = new LogCopy(url, 0, 0);
        try (HikariDataSource pool = BenchmarkServer.pool(url, "hps_query", 4);
                Passphrase passphrase = Passphrase.generate();
                Keystore keystore = Keystore.create(directory.resolve("keystore"), passphrase);
                MeasuredAuditLog audit = new MeasuredAuditLog(pool, keystore, directory.resolve("mark"))) {
            copy.in(FIRST_SALES, 10_000);
            BenchmarkServer.execute(url + "?user=postgres", "vacuum analyze log.event");
            long start = System.nanoTime();
            audit.start();
            awaitSealed(audit, FIRST_SALES * EVENTS_A_SALE);
            figures.add("audit.seal", Figures.perSecond(FIRST_SALES * EVENTS_A_SALE, start), "leaves/s");
            verify(audit, directory, figures);
            // What filling the log up has left to do for the disk is not what is measured.
            BenchmarkServer.execute(url + "?user=postgres", "checkpoint");
            lag(audit, copy, url + "?user=postgres", figures);
            copy.in(ALL_SALES - FIRST_SALES - SALES_A_SECOND * SECONDS, 10_000);
            awaitSealed(audit, ALL_SALES * EVENTS_A_SALE);
            BenchmarkServer.execute(url + "?user=postgres", "checkpoint");
            proofs(audit, figures);
        }
    }

    private static void awaitSealed(MeasuredAuditLog audit, long size) throws InterruptedException {
        while (audit.size() < size) {
            Thread.sleep(10);
        }
    }

    private static void verify(MeasuredAuditLog audit, Path directory, Figures figures) throws IOException {
        Path dump = directory.resolve("dump");
        Path checkpoint =
                Files.write(directory.resolve("checkpoint"), audit.checkpoint().bytes());
        try (OutputStream out = Files.newOutputStream(dump)) {
            long next = 0;
            for (Slice slice = audit.log().read(0, 1_000);
                    slice.next() > next;
                    slice = audit.log().read(next, 1_000)) {
                ByteArrayOutputStream lines = new ByteArrayOutputStream();
                slice.events().forEach(event -> EventLine.write(event, lines));
                lines.writeTo(out);
                next = slice.next();
            }
        }
        Verifier verifier = new Verifier(TlogPolicy.of(List.of(audit.key()), List.of(), 0), new Progress(line -> {}));
        long start = System.nanoTime();
        Verdict verdict = verifier.dump(dump, List.of(checkpoint));
        figures.add("audit.verify-dump", (System.nanoTime() - start) / 1e9, "s");
        if (verdict.outcome() != Verdict.Outcome.VALID) {
            throw new IllegalStateException("the dump does not hold: " + verdict);
        }
    }

    /** From the commit of an event to the checkpoint that covers it. */
    private static void lag(MeasuredAuditLog audit, LogCopy copy, String url, Figures figures)
            throws SQLException, IOException, InterruptedException {
        Histogram lag = new Histogram(3);
        Deque<Growth> unsealed = new ConcurrentLinkedDeque<>();
        Thread watching = Thread.ofPlatform().daemon().start(() -> watch(audit, unsealed, lag));
        long size = audit.size();
        long start = System.nanoTime();
        for (int i = 1; i <= SECONDS * COMMITS_A_SECOND; i++) {
            copy.in(SALES_A_SECOND / COMMITS_A_SECOND, SALES_A_SECOND / COMMITS_A_SECOND);
            BenchmarkServer.execute(url, "select pg_notify('%s', '')".formatted(PostgresEventLog.CHANNEL));
            size += (long) EVENTS_A_SALE * SALES_A_SECOND / COMMITS_A_SECOND;
            unsealed.add(new Growth(size, System.nanoTime()));
            long due = start + i * TimeUnit.SECONDS.toNanos(1) / COMMITS_A_SECOND;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        }
        figures.add("audit.lag.rate", Figures.perSecond((long) SECONDS * SALES_A_SECOND, start), "sales/s");
        awaitSealed(audit, size);
        watching.interrupt();
        watching.join();
        figures.add("audit.lag.p50", lag.getValueAtPercentile(50) / 1e9, "s");
        figures.add("audit.lag.max", lag.getMaxValue() / 1e9, "s");
    }

    private static void watch(MeasuredAuditLog audit, Deque<Growth> unsealed, Histogram lag) {
        try {
            while (true) {
                Thread.sleep(10);
                long covered = audit.size();
                for (Growth next = unsealed.peek(); next != null && next.size() <= covered; next = unsealed.peek()) {
                    lag.recordValue(System.nanoTime() - unsealed.remove().at());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void proofs(MeasuredAuditLog audit, Figures figures) {
        Random random = new Random(42);
        Histogram times = new Histogram(3);
        for (int i = -PROOFS / 10; i < PROOFS; i++) {
            long position = random.nextLong(audit.size());
            long start = System.nanoTime();
            long index = audit.proof(position).index();
            long nanos = System.nanoTime() - start;
            if (index != position) {
                throw new IllegalStateException("a proof of something else");
            }
            if (i >= 0) {
                times.recordValue(nanos);
            }
        }
        figures.add("audit.proof.p50", times.getValueAtPercentile(50) / 1e6, "ms");
        figures.add("audit.proof.p99", times.getValueAtPercentile(99) / 1e6, "ms");
    }

    /** @param at when it was committed, as {@link System#nanoTime()} tells */
    private record Growth(long size, long at) {}
}
