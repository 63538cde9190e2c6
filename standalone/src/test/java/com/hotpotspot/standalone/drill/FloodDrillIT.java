package com.hotpotspot.standalone.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.client.BearerTokens;
import com.hotpotspot.client.Credentials;
import com.hotpotspot.client.Patience;
import com.hotpotspot.client.Waiting;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.standalone.drill.RushHour.Till;
import com.hotpotspot.standalone.network.StarterNetwork;
import com.hotpotspot.standalone.serve.SystemProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The jar as a small network runs it, on a small heap, while ten tills sell and all floods come together, for
 * {@code -Ddrill.flood=60} seconds. The tills are at an address of their own; how long their sales take is written down
 * and not judged, for the machine is shared with the attackers.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only there every address of 127.0.0.0/8 can be had")
class FloodDrillIT {

    private static final Duration FLOOD = Duration.ofSeconds(Long.getLong("drill.flood", 60));
    private static final String SMALL = "-Xmx384m";
    private static final int TERMINATED = 143;
    private static final int BEFORE_THE_FLOOD = 50;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);
    private static final long MORE_HEAP = 64L << 20;
    private static final long MORE_FILES = 40;
    private static final long LOG_PER_MINUTE = 2L << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TerminalId FIRST = new TerminalId("TILL-1");
    private static final TerminalId SECOND = new TerminalId("TILL-2");
    private static final TerminalId MAD = new TerminalId("TILL-3");

    @TempDir
    private Path directory;

    private final Receipts receipts = new Receipts();
    private final List<BearerTokens> signedIn = new ArrayList<>();
    private SystemProcess system;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(temporary());
        system = SystemProcess.serve(data(), List.of(SMALL, "-Djava.io.tmpdir=" + temporary()));
    }

    @AfterEach
    void stop() throws IOException {
        signedIn.forEach(BearerTokens::close);
        Path kept = Files.createDirectories(Path.of("target", "drill"));
        Files.writeString(kept.resolve("flood-console.txt"), system.console());
        Path log = data().resolve("logs").resolve("hotpotspot.log");
        // It may have failed to start.
        if (Files.exists(log)) {
            Files.copy(log, kept.resolve("flood.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        system.close();
    }

    @Test
    void salesGoOnUnderAllFloodsTogetherAndNothingIsLeftOfThem() throws Exception {
        system.awaitReady();
        List<Till> tills = openTills();
        List<Flood> floods = HighTide.of(
                system.commandSide(),
                system.querySide(),
                header(till(StarterNetwork.NODES.getFirst().id(), MAD)),
                header(analyst()));

        Vitals before;
        Vitals after;
        Map<String, Map<String, Long>> met;
        List<Long> quiet;
        List<Long> flooded;
        SoftAssertions softly = new SoftAssertions();
        try (RushHour rush = RushHour.sell(system.commandSide(), tills, receipts);
                HealthWatch health = new HealthWatch(List.of(system.commandSide(), system.querySide()))) {
            rush.awaitSales(BEFORE_THE_FLOOD);
            before = vitals();
            quiet = rush.times();
            rush.forgetTimes();

            Floods all = Floods.of(floods);
            try (all) {
                Waiting.really().pause(FLOOD);
            }
            flooded = rush.times();
            met = all.outcomes();

            softly.assertThat(system.isAlive()).as("it lives").isTrue();
            after = vitalsBackNear(before);
            softly.assertThat(health.failures())
                    .as("health that was not answered")
                    .isEmpty();
            softly.assertThat(health.answers()).isPositive();
        }
        report(met, quiet, flooded, before, after);

        softly.assertThat(met.values()).as("what each flood met").noneMatch(Map::isEmpty);
        softly.assertThat(receipts.surprises()).as("sales that failed").isEmpty();
        softly.assertThat(after.heap()).as("heap after the flood").isLessThan(before.heap() + MORE_HEAP);
        softly.assertThat(after.openFiles())
                .as("open files after the flood")
                .isLessThan(before.openFiles() + MORE_FILES);
        softly.assertThat(after.files()).as("files after the flood").isEqualTo(before.files());
        softly.assertThat(after.logBytes())
                .as("bytes of log")
                .isLessThan(before.logBytes() + LOG_PER_MINUTE * (1 + FLOOD.toMinutes()));
        softly.assertAll();
        try (Connection connection = connect()) {
            LogAudit log = LogAudit.of(connection);
            log.mustHold(receipts);
            theFiguresAddUpTo(log);
        }
        assertThat(system.terminate()).isEqualTo(TERMINATED);
        assertThat(system.console()).endsWith("Stopping ...\nStopped.\n");
        assertThat(system.databaseServers()).isEmpty();
    }

    private Vitals vitals() throws IOException, InterruptedException {
        return Vitals.of(system.processId(), data(), temporary());
    }

    /** The last ones that were looked at, if they do not come back in time; the sales go on meanwhile. */
    private Vitals vitalsBackNear(Vitals before) throws IOException, InterruptedException {
        Waiting waiting = Waiting.really();
        long end = waiting.nanoTime() + LIMIT.toNanos();
        Vitals last = vitals();
        while (!isBackNear(before, last) && waiting.nanoTime() < end) {
            waiting.pause(BETWEEN_LOOKS);
            last = vitals();
        }
        return last;
    }

    private static boolean isBackNear(Vitals before, Vitals now) {
        return now.heap() < before.heap() + MORE_HEAP
                && now.openFiles() < before.openFiles() + MORE_FILES
                && now.files().equals(before.files());
    }

    private List<Till> openTills() throws IOException, InterruptedException {
        Shift.open(system.commandSide(), system.tokens());
        List<Till> tills = new ArrayList<>();
        for (StarterNetwork.PlannedNode node : StarterNetwork.NODES) {
            tills.add(new Till(node.id(), FIRST, secretOf(node.id(), FIRST)));
            tills.add(new Till(node.id(), SECOND, till(node.id(), SECOND)));
        }
        return tills;
    }

    /** Authorises a till, whose secret is shown then and never again. */
    private BearerTokens till(NodeId node, TerminalId terminal) throws IOException, InterruptedException {
        return signIn(data(system.postToCommandSide(
                "/api/v1/nodes/" + node + "/terminals", "{\"terminalId\":\"" + terminal + "\"}")));
    }

    private BearerTokens secretOf(NodeId node, TerminalId terminal) throws IOException, InterruptedException {
        return signIn(
                data(system.postToCommandSide("/api/v1/nodes/" + node + "/terminals/" + terminal + "/secret", "")));
    }

    private BearerTokens analyst() throws IOException, InterruptedException {
        String account = data(system.postToCommandSide("/api/v1/accounts", "{\"kind\":\"CLIENT\"}"))
                .path("accountId")
                .asString();
        String path = "/api/v1/accounts/" + account;
        JsonNode credential = data(system.postToCommandSide(path + "/credentials", "{}"));
        data(system.postToCommandSide(path + "/roles", "{\"role\":\"ANALYST\"}"));
        return signIn(account, credential.path("clientSecret").asString());
    }

    private static JsonNode data(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return JSON.readTree(answer.body()).path("data");
    }

    private BearerTokens signIn(JsonNode admitted) throws IOException {
        return signIn(
                admitted.path("clientId").asString(),
                admitted.path("clientSecret").asString());
    }

    private BearerTokens signIn(String clientId, String clientSecret) throws IOException {
        Path file = directory.resolve(clientId + ".credentials");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, JSON.writeValueAsString(Map.of("clientId", clientId, "clientSecret", clientSecret)));
        BearerTokens tokens =
                new BearerTokens(system.commandSide(), Credentials.readFrom(file), Patience.of(Duration.ofMinutes(1)));
        signedIn.add(tokens);
        return tokens;
    }

    private static Supplier<String> header(BearerTokens tokens) {
        return () -> "Authorization: " + tokens.current().authorization() + "\r\n";
    }

    /** The query side was flooded, too, and has caught up. */
    private void theFiguresAddUpTo(LogAudit log) {
        await().atMost(LIMIT)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(data(system.getFromQuerySide("/api/v1/network/stats"))
                                .path("sales")
                                .asLong())
                        .isEqualTo(log.totals().sales()));
    }

    private void report(
            Map<String, Map<String, Long>> met, List<Long> quiet, List<Long> flooded, Vitals before, Vitals after)
            throws IOException {
        List<String> lines = new ArrayList<>();
        figures(lines, "flood_before", quiet);
        figures(lines, "flood", flooded);
        lines.add(figure("flood_heap_before", before.heap() >> 20, "MiB"));
        lines.add(figure("flood_heap_after", after.heap() >> 20, "MiB"));
        lines.add(figure("flood_files_before", before.openFiles(), "files"));
        lines.add(figure("flood_files_after", after.openFiles(), "files"));
        lines.add(figure("flood_log", after.logBytes() - before.logBytes() >> 10, "KiB"));
        met.forEach((flood, outcomes) -> lines.add("flood " + flood + ": " + outcomes));
        receipts.surprises().stream().limit(20).forEach(lines::add);
        Path kept = Files.createDirectories(Path.of("target", "drill"));
        Files.write(kept.resolve("flood.txt"), lines);
        lines.forEach(System.out::println);
    }

    private static void figures(List<String> lines, String name, List<Long> times) {
        lines.add(figure(name + "_sales", times.size(), "sales"));
        if (!times.isEmpty()) {
            lines.add(figure(name + "_sale_p50", times.get(times.size() / 2) / 1_000, "ms"));
            lines.add(figure(name + "_sale_p99", times.get(times.size() * 99 / 100) / 1_000, "ms"));
            lines.add(figure(name + "_sale_max", times.getLast() / 1_000, "ms"));
        }
    }

    private static String figure(String name, long value, String unit) {
        return String.format(Locale.ROOT, "figure %s %d %s", name, value, unit);
    }

    private Path temporary() {
        return directory.resolve("tmp");
    }

    private Path data() {
        return directory.resolve("data");
    }

    /** As the operator's guide does it for a backup. */
    private Connection connect() throws Exception {
        String port = Files.readString(data().resolve("postgres.port")).strip();
        Properties passwords = new Properties();
        try (BufferedReader file = Files.newBufferedReader(data().resolve("database.credentials"))) {
            passwords.load(file);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/hotpotspot".formatted(port),
                "postgres",
                passwords.getProperty("postgres"));
    }
}
