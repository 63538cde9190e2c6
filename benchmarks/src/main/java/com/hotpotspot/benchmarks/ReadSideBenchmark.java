package com.hotpotspot.benchmarks;

import com.hotpotspot.eventlog.Channel;
import com.hotpotspot.eventlog.NewEvent;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.Trail;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NetworkEvent;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.network.TerminalAuthorised;
import com.hotpotspot.query.QuerySideApplication;
import com.hotpotspot.query.projection.ProjectionState;
import com.hotpotspot.query.projection.Projections;
import com.hotpotspot.query.projection.Rebuilds;
import com.hotpotspot.query.projection.Versions;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.context.ConfigurableApplicationContext;

/** Filling all projections anew from a log of two million events of sales with claims, voids and refunds. */
final class ReadSideBenchmark implements Benchmark {

    private static final int SALES = 600_000;
    private static final int SALES_ONE_BY_ONE = 3_000;

    @Override
    public void run(BenchmarkServer server, Figures figures) throws Exception {
        String url = server.newLog();
        long head = network(url);
        LogCopy.followed(url, head + 1).in(SALES, 10_000);
        BenchmarkServer.execute(url + "?user=postgres", "vacuum analyze log.event");
        double first = catchUp(url, figures);
        String small = server.newLog();
        LogCopy.followed(small, network(small) + 1).in(SALES_ONE_BY_ONE, 1_000);
        BenchmarkServer.execute(small + "?user=postgres", "vacuum analyze log.event");
        double oneByOne = oneByOne(small);
        figures.add("rebuild.batch-1", oneByOne, "positions/s");
        figures.add("rebuild.vs-batch-1", first / oneByOne, "ratio");
    }

    /** The first start fills what answers; a rebuild fills it again beside that. */
    private static double catchUp(String url, Figures figures) throws Exception {
        try (HikariDataSource pool = BenchmarkServer.pool(url, "hps_query", 2);
                PostgresEventLog log = new PostgresEventLog(pool)) {
            long positions = log.head() + 1;
            figures.add("rebuild.log", (double) positions, "positions");
            long start = System.nanoTime();
            try (ConfigurableApplicationContext side = side(url, Map.of())) {
                await(() -> reached(side) == positions - 1);
                figures.add("rebuild.first", Figures.perSecond(positions, start), "positions/s");
                BenchmarkServer.execute(url + "?user=postgres", "checkpoint");
                return rebuild(side, positions, figures);
            }
        }
    }

    private static double rebuild(ConfigurableApplicationContext side, long positions, Figures figures)
            throws InterruptedException {
        Rebuilds rebuilds = side.getBean(Rebuilds.class);
        Versions versions = side.getBean(Versions.class);
        List<ProjectionState> all = side.getBean(Projections.class).states();
        long start = System.nanoTime();
        fill(rebuilds, all);
        double filled = Figures.perSecond(positions, start);
        figures.add("rebuild.positions", filled, "positions/s");
        await(() -> all.stream().allMatch(state -> versions.number(state.name()) == 2));
        figures.add("rebuild.switched", Figures.perSecond(positions, start), "positions/s");
        return filled;
    }

    private static void fill(Rebuilds rebuilds, List<ProjectionState> all) throws InterruptedException {
        all.forEach(state -> rebuilds.begin(state.name()));
        await(() -> all.stream()
                .allMatch(state -> rebuilds.versions(state.name()).getLast().filledAt() != null));
    }

    private static double oneByOne(String url) throws Exception {
        try (HikariDataSource pool = BenchmarkServer.pool(url, "hps_query", 2);
                PostgresEventLog log = new PostgresEventLog(pool)) {
            long positions = log.head() + 1;
            try (ConfigurableApplicationContext side = side(url, Map.of("hotpotspot.projections.fill-size", "1"))) {
                await(() -> reached(side) == positions - 1);
                Rebuilds rebuilds = side.getBean(Rebuilds.class);
                List<ProjectionState> all = side.getBean(Projections.class).states();
                long start = System.nanoTime();
                fill(rebuilds, all);
                return Figures.perSecond(positions, start);
            }
        }
    }

    private static long reached(ConfigurableApplicationContext side) {
        Versions versions = side.getBean(Versions.class);
        return side.getBean(Projections.class).states().stream()
                .mapToLong(state -> versions.position(state.name()))
                .min()
                .orElseThrow();
    }

    private static ConfigurableApplicationContext side(String url, Map<String, String> more) throws Exception {
        Path directory = Files.createTempDirectory("read-side");
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=hps_query",
                "--server.port=0",
                "--hotpotspot.audit.seal=false",
                "--hotpotspot.audit.high-water-mark=" + directory.resolve("mark"),
                "--logging.level.root=warn"));
        more.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return QuerySideApplication.application().run(arguments.toArray(String[]::new));
    }

    /** A network with the nodes that sell; returns the position of the last event. */
    private static long network(String url) throws Exception {
        OwnerId founder = new OwnerId("founder");
        OwnerId owner = new OwnerId("owner-1");
        try (HikariDataSource pool = BenchmarkServer.pool(url, "hps_command", 2);
                PostgresEventLog log = new PostgresEventLog(pool)) {
            append(
                    log,
                    NetworkEvent.STREAM,
                    0,
                    new NetworkFounded(founder, founder.wallet(), Units.of(100), NetworkPurpose.LIVE));
            for (NodeId node : Sales.NODES) {
                append(
                        log,
                        node.stream(),
                        0,
                        new NodeRegistered(node, NodeType.FRANCHISE, new City("Tbilisi"), owner, owner.wallet()));
                append(log, node.stream(), 1, new TerminalAuthorised(node, Sales.TILL));
            }
            return log.head();
        }
    }

    private static void append(PostgresEventLog log, StreamId stream, long sequence, Event event) {
        log.append(List.of(NewEvent.of(stream, sequence, event, Trail.ofTheSystem(Channel.PROGRAM), Instant.now())));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("it took longer than 20 minutes");
            }
            Thread.sleep(20);
        }
    }
}
