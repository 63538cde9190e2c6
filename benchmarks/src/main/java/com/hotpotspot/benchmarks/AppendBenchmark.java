package com.hotpotspot.benchmarks;

import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.ThreadFactory;

/**
 * Record-sale commands, three events each, through the real command bus: on this engine, on Axon's own JDBC engine,
 * against a relational ledger, and beside COPY into the same table.
 */
final class AppendBenchmark implements Benchmark {

    private static final int[] IN_FLIGHT = {1, 16, 256, 1_024};
    private static final int MANY_EVENTS = 5_000_000;
    private static final int SALES_PER_COPY = 10_000;

    @Override
    public void run(BenchmarkServer server, Figures figures) throws Exception {
        String url = server.newLog();
        double atStart;
        try (RunningCommandSide engine = new RunningCommandSide(url)) {
            atStart = commands("append.engine", engine, figures);
        }
        String stockUrl = server.newLog();
        // The registry of nodes is read from our log, whatever the engine appends to.
        new RunningCommandSide(stockUrl).close();
        try (RunningCommandSide stock = RunningCommandSide.with(StockJdbcEngine.class, stockUrl)) {
            commands("append.stock-jdbc", stock, figures);
        }
        relational(server, figures);
        String copyUrl = server.newLog();
        LogCopy copy = new LogCopy(copyUrl, 0, 0);
        copy.in(20_000, SALES_PER_COPY);
        figures.add("append.copy-in", copy.in(200_000, SALES_PER_COPY), "events/s");
        figures.add("read.copy-out", copy.out(), "events/s");

        figures.addRatio("append.vs-stock-jdbc", atStart, "append.stock-jdbc.best");
        figures.addRatio("append.vs-relational", atStart, "append.relational.best");
        figures.addRatio("append.vs-copy", 3 * atStart, "append.copy-in");
        figures.valueOf("append.engine.1.p50")
                .ifPresent(
                        single -> figures.addRatio("append.single-vs-stock-jdbc", single, "append.stock-jdbc.1.p50"));
        afterMany(url, figures);
    }

    private static double commands(String name, RunningCommandSide system, Figures figures) throws Exception {
        Commands commands = system.commands();
        Sales sales = new Sales();
        ThreadFactory threads = Thread.ofVirtual().factory();
        double best = 0;
        for (int inFlight : IN_FLIGHT) {
            Load.Result result =
                    Load.closedLoop(inFlight, threads, () -> commands.send(sales.next(), RunningCommandSide.CALLER));
            System.out.printf("   %-22s %5d in flight %s%n", name, inFlight, result.line());
            figures.add(name + "." + inFlight, result.perSecond(), "commands/s");
            figures.add(name + "." + inFlight + ".p50", result.millis(50), "ms");
            figures.add(name + "." + inFlight + ".p99", result.millis(99), "ms");
            figures.add(name + "." + inFlight + ".p99.9", result.millis(99.9), "ms");
            best = Math.max(best, result.perSecond());
        }
        figures.add(name + ".best", best, "commands/s");
        return best;
    }

    private static void relational(BenchmarkServer server, Figures figures) throws Exception {
        double best = 0;
        for (int connections : new int[] {16, 64}) {
            try (RelationalLedger ledger = RelationalLedger.on(server, connections)) {
                Load.Result result =
                        Load.closedLoop(connections, Thread.ofPlatform().factory(), ledger::recordSale);
                System.out.printf("   %-22s %5d connections %s%n", "append.relational", connections, result.line());
                figures.add("append.relational." + connections, result.perSecond(), "sales/s");
                best = Math.max(best, result.perSecond());
            }
        }
        figures.add("append.relational.best", best, "sales/s");
    }

    /** The same again on the log that was measured at the start, once five million events are in it. */
    private static void afterMany(String url, Figures figures) throws Exception {
        try (HikariDataSource pool = BenchmarkServer.pool(url, "hps_command", 2);
                PostgresEventLog log = new PostgresEventLog(pool)) {
            long head = log.head();
            int missing = (int) Math.max(0, MANY_EVENTS - head);
            System.out.printf("   filling up from %,d to %,d events ...%n", head + 1, MANY_EVENTS);
            new LogCopy(url, head + 1, 1_000_000_000L).in(missing / 3, SALES_PER_COPY);
            BenchmarkServer.execute(url + "?user=postgres", "vacuum analyze log.event");
            BenchmarkServer.execute(url + "?user=postgres", "checkpoint");
        }
        try (RunningCommandSide engine = new RunningCommandSide(url)) {
            Commands commands = engine.commands();
            // Numbers that no sale of the first part had.
            Sales sales = new Sales(2_000_000_000L);
            Load.Result result = Load.closedLoop(
                    1_024, Thread.ofVirtual().factory(), () -> commands.send(sales.next(), RunningCommandSide.CALLER));
            System.out.printf("   %-22s %5d in flight %s%n", "append.engine after 5m", 1_024, result.line());
            figures.add("append.engine.after-5m", result.perSecond(), "commands/s");
            figures.addRatio("append.after-5m", result.perSecond(), "append.engine.1024");
        }
    }
}
