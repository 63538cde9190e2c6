package com.hotpotspot.benchmarks;

import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.eventlog.EventLog;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadFactory;

/**
 * Record-sale commands, three events each, through the real command bus: on this engine, on Axon's own JDBC engine,
 * against a relational ledger, and beside COPY into the same table.
 */
final class AppendBenchmark implements Benchmark {

    private static final String ENGINE = "append.engine";
    private static final String STOCK = "append.stock-jdbc";
    private static final String RELATIONAL = "append.relational";
    private static final int MOST_IN_FLIGHT = 1_024;
    private static final int[] IN_FLIGHT = {1, 16, 256, MOST_IN_FLIGHT};

    private static final int[] CONNECTIONS = {16, 64};
    private static final int MANY_EVENTS = 5_000_000;
    private static final int SALES_PER_COPY = 10_000;
    /** Long enough for the compiler to have come to rest. */
    private static final Duration WARM_UP = Duration.ofSeconds(45);

    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final ThreadFactory VIRTUAL = Thread.ofVirtual().factory();
    private static final ThreadFactory PLATFORM = Thread.ofPlatform().factory();

    @Override
    public void run(BenchmarkServer server, Figures figures) throws Exception {
        String url = server.newLog();
        try (RunningCommandSide engine = new RunningCommandSide(url);
                RunningCommandSide stock = RunningCommandSide.with(StockJdbcEngine.class, server.newLog());
                RelationalLedger few = RelationalLedger.on(server, CONNECTIONS[0]);
                RelationalLedger many = RelationalLedger.on(server, CONNECTIONS[1])) {
            Runner commands = new Runner(engine.commands());
            Runner stockCommands = new Runner(stock.commands());
            warmUp(commands, stockCommands, few, many);
            if (!stock.wroteTo("domainevententry")) {
                throw new IllegalStateException("the stock engine is not the one that is measured");
            }
            inFlight(commands, stockCommands, figures);
            relationalAndCopy(server, few, many, figures);
            ratios(figures);
            afterMany(url, engine, commands, figures);
        }
    }

    private static void warmUp(Runner engine, Runner stock, RelationalLedger few, RelationalLedger many)
            throws Exception {
        System.out.println("   warming up ...");
        for (int inFlight : new int[] {MOST_IN_FLIGHT, 1}) {
            Load.closedLoop(inFlight, VIRTUAL, WARM_UP, engine::recordSale);
            Load.closedLoop(Math.min(inFlight, 16), VIRTUAL, WARM_UP, stock::recordSale);
        }
        Load.closedLoop(CONNECTIONS[0], PLATFORM, MEASURED, few::recordSale);
        Load.closedLoop(CONNECTIONS[1], PLATFORM, MEASURED, many::recordSale);
    }

    private static void inFlight(Runner engine, Runner stock, Figures figures) throws Exception {
        Map<String, Double> best = new HashMap<>();
        for (int inFlight : IN_FLIGHT) {
            Map<String, Load.Result> results = new Round()
                    .with(ENGINE, () -> Load.closedLoop(inFlight, VIRTUAL, MEASURED, engine::recordSale))
                    .with(STOCK, () -> Load.closedLoop(inFlight, VIRTUAL, MEASURED, stock::recordSale))
                    .medians();
            results.forEach((name, result) -> {
                System.out.printf(Locale.ROOT, "   %-22s %5d in flight %s%n", name, inFlight, result.line());
                String figure = name + "." + inFlight;
                figures.add(figure, result.perSecond(), "commands/s");
                figures.add(figure + ".p50", result.millis(50), "ms");
                figures.add(figure + ".p99", result.millis(99), "ms");
                figures.add(figure + ".p99.9", result.millis(99.9), "ms");
                best.merge(name, result.perSecond(), Math::max);
            });
        }
        best.forEach((name, perSecond) -> figures.add(name + ".best", perSecond, "commands/s"));
    }

    private static void relationalAndCopy(
            BenchmarkServer server, RelationalLedger few, RelationalLedger many, Figures figures) throws Exception {
        String url = server.newLog();
        LogCopy copy = new LogCopy(url, 0, 0);
        copy.in(20_000, SALES_PER_COPY);
        Map<String, Load.Result> results = new Round()
                .with(
                        RELATIONAL + "." + CONNECTIONS[0],
                        () -> Load.closedLoop(CONNECTIONS[0], PLATFORM, MEASURED, few::recordSale))
                .with(
                        RELATIONAL + "." + CONNECTIONS[1],
                        () -> Load.closedLoop(CONNECTIONS[1], PLATFORM, MEASURED, many::recordSale))
                .with("append.copy-in", () -> Load.Result.of(copy.in(100_000, SALES_PER_COPY)))
                .with("read.copy-out", () -> Load.Result.of(copy.out()))
                .medians();
        double best = 0;
        for (Map.Entry<String, Load.Result> result : results.entrySet()) {
            boolean relational = result.getKey().startsWith(RELATIONAL);
            figures.add(result.getKey(), result.getValue().perSecond(), relational ? "sales/s" : "events/s");
            if (relational) {
                best = Math.max(best, result.getValue().perSecond());
            }
        }
        figures.add(RELATIONAL + ".best", best, "sales/s");
    }

    private static void ratios(Figures figures) {
        double best = figures.valueOf(ENGINE + ".best").orElseThrow();
        figures.addRatio("append.vs-stock-jdbc", best, STOCK + ".best");
        figures.addRatio("append.vs-relational", best, RELATIONAL + ".best");
        figures.addRatio("append.vs-copy", 3 * best, "append.copy-in");
        figures.addRatio(
                "append.single-vs-stock-jdbc",
                figures.valueOf(ENGINE + ".1.p50").orElseThrow(),
                STOCK + ".1.p50");
    }

    /** The same engine again, on the same log, before and after five million events are in it. */
    private static void afterMany(String url, RunningCommandSide engine, Runner commands, Figures figures)
            throws Exception {
        long next = engine.bean(EventLog.class).head() + 1;
        System.out.printf(Locale.ROOT, "   filling up from %,d to %,d events ...%n", next, MANY_EVENTS);
        new LogCopy(url, next, 1_000_000_000L).in((int) Math.max(0, MANY_EVENTS - next) / 3, SALES_PER_COPY);
        // What fell due by copying came at once; a system at work keeps up with it as it goes.
        BenchmarkServer.awaitTrue(
                url + "?user=postgres",
                "select next > (select max(position) from log.event) from command.due_position");
        BenchmarkServer.execute(url + "?user=postgres", "vacuum analyze log.event");
        BenchmarkServer.execute(url + "?user=postgres", "checkpoint");
        Load.Operation recordSale = commands::recordSale;
        // Long enough also for the disk to have done with what was written to it before.
        Load.closedLoop(MOST_IN_FLIGHT, VIRTUAL, WARM_UP, recordSale);
        double after = Round.median(() -> Load.closedLoop(MOST_IN_FLIGHT, VIRTUAL, MEASURED, recordSale))
                .perSecond();
        figures.add("append.engine.after-5m", after, "commands/s");
        figures.addRatio("append.after-5m", after, ENGINE + "." + MOST_IN_FLIGHT);
    }

    /** Sends sales, none of them twice. */
    private record Runner(Commands commands, Sales sales) {

        Runner(Commands commands) {
            this(commands, new Sales());
        }

        void recordSale() {
            commands.send(sales.next(), RunningCommandSide.CALLER);
        }
    }
}
