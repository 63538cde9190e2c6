package com.hotpotspot.benchmarks;

import com.hotpotspot.eventlog.PostgresEventLog;
import com.zaxxer.hikari.HikariDataSource;

/**
 * The read side over a log of two million events of sales with claims, voids and refunds: how fast all projections are
 * filled anew, alone and while the network sells, and how soon a page shows what was recorded.
 */
final class ReadSideBenchmark implements Benchmark {

    private static final int SALES = 600_000;
    private static final int SALES_ONE_BY_ONE = 3_000;

    /** As the query side has it unless told otherwise. */
    private static final int USUAL_FILL_SIZE = 10_000;

    @Override
    public void run(BenchmarkServer server, Figures figures) throws Exception {
        String url = server.newLog();
        try (RunningCommandSide commandSide = new RunningCommandSide(url)) {
            long positions = grow(url, SALES, 10_000);
            figures.add("rebuild.log", (double) positions, "positions");
            long start = System.nanoTime();
            try (RunningReadSide side = new RunningReadSide(url, commandSide, USUAL_FILL_SIZE)) {
                side.awaitReached(positions - 1);
                figures.add("rebuild.first", Figures.perSecond(positions, start), "positions/s");
                BenchmarkServer.execute(url + "?user=postgres", "checkpoint");
                rebuild(side, positions, figures);
                new ReadSideUnderSales(commandSide, side, figures).run();
            }
        }
        oneByOne(server, figures);
    }

    private static void rebuild(RunningReadSide side, long positions, Figures figures) throws InterruptedException {
        long start = System.nanoTime();
        side.beginRebuild();
        side.awaitFilled();
        figures.add("rebuild.positions", Figures.perSecond(positions, start), "positions/s");
        side.awaitSwitched(2);
        figures.add("rebuild.switched", Figures.perSecond(positions, start), "positions/s");
    }

    /** The same with one event in each batch, over less. */
    private static void oneByOne(BenchmarkServer server, Figures figures) throws Exception {
        String url = server.newLog();
        try (RunningCommandSide commandSide = new RunningCommandSide(url)) {
            long positions = grow(url, SALES_ONE_BY_ONE, 1_000);
            try (RunningReadSide side = new RunningReadSide(url, commandSide, 1)) {
                side.awaitReached(positions - 1);
                long start = System.nanoTime();
                side.beginRebuild();
                side.awaitFilled();
                double oneByOne = Figures.perSecond(positions, start);
                figures.add("rebuild.batch-1", oneByOne, "positions/s");
                figures.add(
                        "rebuild.vs-batch-1",
                        figures.valueOf("rebuild.positions").orElseThrow() / oneByOne,
                        "ratio");
            }
        }
    }

    /** Lets the log grow by the events of sales; returns how many positions it has then. */
    private static long grow(String url, int sales, int salesPerCommit) throws Exception {
        try (HikariDataSource pool = BenchmarkServer.pool(url, "hps_query", 2);
                PostgresEventLog log = new PostgresEventLog(pool)) {
            LogCopy.followed(url, log.head() + 1).in(sales, salesPerCommit);
            BenchmarkServer.execute(url + "?user=postgres", "vacuum analyze log.event");
            return log.head() + 1;
        }
    }
}
