package com.hotpotspot.standalone.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.hotpotspot.standalone.network.StarterNetwork;
import com.hotpotspot.standalone.serve.SystemProcess;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real restaurant's quarter, sold at five nodes, with voids, claims and refunds that dice choose. What the tills were
 * told, what a bookkeeper makes of the raw events, and what the query side shows are three different ways to the same
 * figures. Skipped where the quarter is not at hand.
 */
class QuarterIT {

    private static final Path ORDERS = Path.of("../../shared/data/restaurant-orders-2023q1.csv");
    private static final Path MENU = Path.of("../../shared/data/restaurant-menu.csv");
    private static final long SEED = 20_230_101;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    Path parent;

    @Test
    void ofSalesVoidsClaimsAndRefundsComesToTheSameThreeWays() throws Exception {
        assumeTrue(Files.exists(ORDERS), "there is no " + ORDERS);
        List<Order> orders = OrderFile.read(ORDERS, Menu.read(MENU)).orders();
        try (SystemProcess system = SystemProcess.serve(parent.resolve("data")).awaitReady()) {
            Customers customers = new Customers(system, SEED);
            customers.foundTheNetwork();

            Bookkeeper told = customers.buy(orders);
            Bookkeeper recomputed = fromRawEvents(system);

            assertThat(told.sales).isEqualTo(orders.size());
            assertThat(List.of(told.voidedSales, told.claims, told.refunds))
                    .allSatisfy(count -> assertThat(count).isGreaterThan(100));
            // A till is told its shares, not whose wallets they went to.
            assertThat(recomputed)
                    .usingRecursiveComparison()
                    .ignoringFields("balances", "outstanding", "lowest")
                    .isEqualTo(told);
            assertThatTheQuerySideAgrees(system, recomputed);
        }
    }

    private static Bookkeeper fromRawEvents(SystemProcess system) throws Exception {
        Bookkeeper books = new Bookkeeper();
        String stream = system.getFromQuerySide("/api/v1/events?from=0").body();
        long expected = 0;
        for (String line : (Iterable<String>) stream.lines()::iterator) {
            JsonNode event = JsonMapper.shared().readTree(line);
            assertThat(event.get("position").asLong()).isEqualTo(expected++);
            books.take(event.get("type").asString(), event.get("payload"));
            books.mustBalance();
        }
        return books;
    }

    private static void assertThatTheQuerySideAgrees(SystemProcess system, Bookkeeper books) throws Exception {
        await().atMost(LIMIT).untilAsserted(() -> {
            JsonNode stats = data(system, "/api/v1/network/stats");
            assertThat(stats.get("sales").asLong()).isEqualTo(books.sales - books.voidedSales);
            assertThat(stats.get("revenueTetri").asLong()).isEqualTo(books.revenueTetri);
            assertThat(stats.get("refundedTetri").asLong()).isEqualTo(books.refundedTetri);
            assertThat(stats.get("mintedUnits").asLong()).isEqualTo(books.mintedUnits);
            assertThat(stats.get("burnedUnits").asLong()).isEqualTo(books.burnedUnits);
            assertThat(stats.get("supplyUnits").asLong()).isEqualTo(books.supply());
        });
        Map<String, Long> shown = new TreeMap<>();
        for (StarterNetwork.PlannedNode node : StarterNetwork.NODES) {
            for (JsonNode day : data(system, "/api/v1/nodes/" + node.id() + "/sales?from=2023-01-01&to=2023-12-31")
                    .get("days")) {
                if (day.get("revenueTetri").asLong() != 0) {
                    shown.put(
                            Bookkeeper.place(
                                    node.id(), LocalDate.parse(day.get("day").asString())),
                            day.get("revenueTetri").asLong());
                }
            }
        }
        assertThat(shown).isEqualTo(books.revenueByNodeAndDay);
        assertThatTheRegisterAgrees(system, books);
    }

    private static void assertThatTheRegisterAgrees(SystemProcess system, Bookkeeper books) throws Exception {
        List<String> lines = new ArrayList<>(
                system.getFromQuerySide("/api/v1/exports/sales?from=2023-01-01&to=2023-12-31&format=csv")
                        .body()
                        .lines()
                        .toList());
        List<String> columns = List.of(lines.removeFirst().split(",", -1));
        List<List<String>> rows =
                lines.stream().map(line -> List.of(line.split(",", -1))).toList();
        int refunded = columns.indexOf("Refunded Tetri");

        assertThat(rows).hasSize((int) books.sales);
        assertThat(rows.stream().filter(row -> row.contains("VOIDED"))).hasSize((int) books.voidedSales);
        assertThat(rows.stream().filter(row -> row.contains("CLAIMED"))).hasSize((int) books.claims);
        assertThat(rows.stream()
                        .mapToLong(row -> Long.parseLong(row.get(refunded)))
                        .sum())
                .isEqualTo(books.refundedTetri);
    }

    private static JsonNode data(SystemProcess system, String path) throws Exception {
        HttpResponse<String> response = system.getFromQuerySide(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body().getBytes(UTF_8)).get("data");
    }
}
