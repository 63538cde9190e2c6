package com.hotpotspot.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.client.FlyingTime;
import com.hotpotspot.client.StandInSystem;
import com.hotpotspot.events.BusinessDay;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReplayCommandTest {

    private static final String HEADER = "order_id,order_date,order_time,item_id,item_price\n";
    private static final String FIVE_NODES =
            "[BATUMI-BOULEVARD, GORI-FORTRESS, KUTAISI-BAZAAR, RUSTAVI-CENTRE, TBILISI-VAKE]";

    private final StandInSystem system = new StandInSystem();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    private Path orders = Path.of("set before each test");

    @BeforeEach
    void hundredOrdersOfTwoItems() throws IOException {
        system.credentials(directory);
        orders = write(IntStream.rangeClosed(1, 100).mapToObj(i -> twoLines(i, "2023-01-01")));
    }

    @AfterEach
    void close() {
        system.close();
    }

    @Test
    void anEmptySystemGetsANetworkAndAllSales() {
        int code = replay();

        assertThat(code).isZero();
        assertThat(system.founding()).hasToString("{\"founderId\":\"founder\",\"purpose\":\"LIVE\"}");
        assertThat(system.nodesWith("REPLAY")).hasToString(FIVE_NODES);
        assertThat(system.sales()).hasSize(100).containsKeys("GORI-FORTRESS:1", "BATUMI-BOULEVARD:100");
        assertThat(system.revenueTetri()).isEqualTo(100 * 3_245);
        assertThat(out.toString()).startsWith("""
                        orders read    100 (200 lines)
                        accepted       100
                        replayed       0
                        refused        0
                        revenue sent   324,500 tetri
                        minted         10,000 units
                        elapsed\
                        """);
        assertThat(err.toString()).contains("100%").contains("100/100");
    }

    @Test
    void aSecondRunChangesNothing() {
        replay();
        long revenue = system.revenueTetri();

        assertThat(replay()).isZero();

        assertThat(system.sales()).hasSize(100);
        assertThat(system.revenueTetri()).isEqualTo(revenue);
        assertThat(out.toString()).contains("accepted       0\nreplayed       100\n");
    }

    @Test
    void aRunThatEndedHalfwayIsGoneOnWith() throws IOException {
        replay("--batch-size", "20");
        // As after a run that was stopped: some of the sales are there, the nodes are chosen.
        StandInSystem afterwards = new StandInSystem();
        system.nodesWith("REPLAY").forEach(node -> afterwards.hasNode(node, true, "REPLAY"));
        try (afterwards) {
            Path half = write(IntStream.rangeClosed(1, 50).mapToObj(i -> twoLines(i, "2023-01-01")));
            assertThat(run(afterwards.port(), half.toString())).isZero();
            clear();

            assertThat(run(afterwards.port(), orders.toString())).isZero();

            assertThat(afterwards.sales()).isEqualTo(system.sales());
            assertThat(out.toString()).contains("accepted       50\nreplayed       50\n");
        }
    }

    @Test
    void aServerThatRestartsDuringTheRunLosesAndDoublesNothing() {
        replay(); // chooses the nodes
        try (StandInSystem other = new StandInSystem()) {
            system.nodesWith("REPLAY").forEach(node -> other.hasNode(node, true, "REPLAY"));
            other.breaksNextBatchAfter(30);

            assertThat(run(other.port(), orders.toString(), "--batch-size", "50"))
                    .isZero();

            assertThat(other.requests("POST", "/api/v1/imports/sales")).hasSize(3);
            assertThat(other.sales()).isEqualTo(system.sales());
        }
    }

    @Test
    void refusalsAreCountedByReasonWithAnExampleAndEndInCodeOne() {
        system.refuses("7", "node-inactive");
        system.refuses("8", "node-inactive");
        system.refuses("9", "sale-number-taken");

        assertThat(replay()).isEqualTo(1);

        assertThat(out.toString())
                .contains("accepted       97\nreplayed       0\nrefused        3\n")
                .contains("  2 × node-inactive, e.g. sale 7 at KUTAISI-BAZAAR: This one is not wanted.\n")
                .contains("  1 × sale-number-taken, e.g. sale 9 at TBILISI-VAKE: This one is not wanted.\n")
                .contains("revenue sent   324,500 tetri\nrefused of it  9,735 tetri\nminted         9,700 units\n");
    }

    @Nested
    class TheDoors {

        private final LocalDateTime today = LocalDateTime.now(BusinessDay.ZONE);

        @Test
        void oldSalesAreImportedInBatches() {
            replay("--batch-size", "30");

            assertThat(system.requests("POST", "/api/v1/imports/sales")).hasSize(4);
            assertThat(system.requests("POST", "/api/v1/sales/batch")).isEmpty();
        }

        @Test
        void recentSalesGoThroughTheTillsDoorAndNoBatchGoesThroughBoth() throws IOException {
            orders = write(Stream.of(
                    twoLines(1, today.minusDays(2).toLocalDate().toString()),
                    twoLines(2, "2023-01-01"),
                    twoLines(3, today.minusDays(30).toLocalDate().toString())));

            assertThat(replay()).isZero();

            assertThat(system.requests("POST", "/api/v1/imports/sales")).hasSize(1);
            assertThat(system.requests("POST", "/api/v1/sales/batch")).hasSize(1);
            assertThat(system.sales()).hasSize(3);
        }

        @Test
        void salesThatAreNearlySevenDaysOldAreImported() throws IOException {
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            LocalDateTime nearly = LocalDateTime.ofInstant(
                    now.minus(7, ChronoUnit.DAYS).plus(10, ChronoUnit.MINUTES), BusinessDay.ZONE);
            orders = write(Stream.of("1,%s,%s,101,1.00".formatted(nearly.toLocalDate(), nearly.toLocalTime())));

            assertThat(replay()).isZero();

            assertThat(system.requests("POST", "/api/v1/imports/sales")).hasSize(1);
        }
    }

    @Nested
    class TheNodes {

        @Test
        void thatTookPartBeforeAreUsedAndNoOthers() {
            system.hasNode("A", true, "REPLAY");
            system.hasNode("B", true, "TILL-1");
            system.hasNode("C", true, "REPLAY", "TILL-1");

            assertThat(replay()).isZero();

            assertThat(system.nodesWith("REPLAY")).containsExactly("A", "C");
            assertThat(system.sales().keySet()).contains("A:100", "C:1").noneMatch(key -> key.startsWith("B"));
            assertThat(system.requests("POST", "/api/v1/network")).isEmpty();
        }

        @Test
        void thatAreActiveTakePartWhereNoneDid() {
            system.hasNode("A", true, "TILL-1");
            system.hasNode("B", false);
            system.hasNode("C", true);

            assertThat(replay()).isZero();

            assertThat(system.nodesWith("REPLAY")).containsExactly("A", "C");
        }

        @Test
        void thatJoinLaterDoNotMoveAnOrder() {
            replay();
            system.hasNode("AAA-NEW", true, "TILL-1");

            assertThat(replay()).isZero();

            assertThat(system.sales()).hasSize(100);
            assertThat(out.toString()).contains("replayed       100\n");
        }

        @Test
        void areAwaitedBeforeAnythingIsSold() {
            system.showsNothingFor(20);

            assertThat(replay()).isZero();

            assertThat(system.sales()).hasSize(100);
        }

        @Test
        void ofANetworkThatTheQuerySideHasNotComeToAreNotMultiplied() {
            system.hasNode("A", true, "REPLAY");
            system.showsNothingFor(10);

            assertThat(replay()).isZero();

            assertThat(system.nodesWith("REPLAY")).containsExactly("A");
            assertThat(system.requests("POST", "/api/v1/nodes")).isEmpty();
        }

        @Test
        void mayAllBeInactiveAndThenNothingIsSold() {
            system.hasNode("A", false);

            assertThat(replay()).isEqualTo(1);

            assertThat(err.toString()).isEqualTo("No node of the network is active, so there is nowhere to sell\n");
        }
    }

    @Nested
    class TheCredentials {

        @Test
        void areInTheDataDirectoryUnlessAnotherFileIsNamed() throws IOException {
            Path moved = Files.move(directory.resolve("admin.credentials"), directory.resolve("of-the-importer"));

            assertThat(replay("--credentials", moved.toString())).isZero();

            assertThat(system.sales()).hasSize(100);
        }

        @Test
        void areMissingWhereTheSystemHasAnotherDataDirectory() throws IOException {
            Path file = directory.resolve("admin.credentials");
            Files.delete(file);

            assertThat(replay()).isEqualTo(2);

            assertThat(err.toString()).isEqualTo("There is no file of credentials %s\n".formatted(file));
            assertThat(system.founding()).isNull();
        }

        @Test
        void areRefusedWhereOthersMayReadThem() throws IOException {
            Path file = directory.resolve("admin.credentials");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

            assertThat(replay()).isEqualTo(2);

            assertThat(err.toString())
                    .isEqualTo(
                            "Others may read or write the file of credentials %1$s; forbid that with: chmod 600 %1$s\n"
                                    .formatted(file));
        }

        @Test
        void thatTheSystemDoesNotAcceptEndInCodeFour() {
            system.replacesTheSecret();

            assertThat(replay()).isEqualTo(4);

            assertThat(err.toString())
                    .isEqualTo(
                            "The command side at %s does not accept the credentials of administrator in %s; do they belong to another system, or were they replaced?\n"
                                    .formatted(system.uri(), directory.resolve("admin.credentials")));
            assertThat(system.requests("POST", "/oauth2/token")).hasSize(1);
        }

        @Test
        void thatDoNotAllowItEndInCodeFour() {
            system.forbids("/api/v1/network");

            assertThat(replay()).isEqualTo(4);

            assertThat(err.toString())
                    .isEqualTo(
                            "The command side at %s does not let administrator do this: This takes one of the roles [NETWORK_OWNER].\n"
                                    .formatted(system.uri()));
        }
    }

    @Nested
    class UnusableInput {

        @Test
        void isNamedAndEndsInCodeTwo() throws IOException {
            orders = write(Stream.of("1,2023-01-01,12:00:00,101,12.955"));

            assertThat(replay()).isEqualTo(2);

            assertThat(err.toString()).startsWith(orders + ", line 2: item_price must be an amount like 12.95");
            assertThat(system.sales()).isEmpty();
            assertThat(system.founding()).isNull();
        }

        @Test
        void mayBeTheMenu() {
            assertThat(replay("--menu", directory.resolve("none.csv").toString()))
                    .isEqualTo(2);

            assertThat(err.toString()).contains("none.csv: there is no such file");
        }

        @Test
        void mayBeAnOption() {
            assertThat(replay("--batch-size", "5001")).isEqualTo(2);

            assertThat(err.toString()).startsWith("--batch-size must lie between 1 and 5000, not 5001");
        }

        @Test
        void mayBeNoFileAtAll() {
            assertThat(run(system.port())).isEqualTo(2);

            assertThat(err.toString()).startsWith("Missing required parameter: 'FILE'");
        }
    }

    @Test
    void withoutAServerOneLineSaysHowToStartItAndTheCodeIsThree() {
        int port = system.port();
        system.close();

        assertThat(run(port, orders.toString())).isEqualTo(3);

        assertThat(err.toString())
                .isEqualTo(String.format(
                        Locale.ROOT,
                        "No command side at http://localhost:%d (connection refused): start it with ./hotpotspot or ./mvnw -Prun\n",
                        port));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aServerThatStaysAwayEndsTheRunWithCodeThreeAndTheNextRunGoesOn() {
        system.hasNode("A", true, "REPLAY");
        system.runsWellFor(2); // the nodes and the first batch
        IntStream.range(0, 100).forEach(i -> system.isBusyOnce("30"));

        assertThat(replay("--batch-size", "40")).isEqualTo(3);

        assertThat(out.toString()).contains("accepted       40\n");
        assertThat(err.toString())
                .endsWith(String.format(
                                Locale.ROOT,
                                "The command side at http://localhost:%d has not answered for 60 s (status 503); gave up.",
                                system.port())
                        + " It is safe to run the same again.\n");

        system.recovers();
        assertThat(replay()).isZero();
        assertThat(out.toString()).contains("accepted       60\nreplayed       40\n");
    }

    @Test
    void theMenuNamesWhatWasSold() throws IOException {
        Path menu = Files.writeString(
                directory.resolve("menu.csv"), "menu_item_id,item_name,category,price\n101,Hamburger,American,12.95\n");

        assertThat(replay("--menu", menu.toString())).isZero();

        assertThat(system.sales().get("GORI-FORTRESS:1"))
                .hasToString("{\"items\":[{\"category\":\"American\",\"code\":\"101\",\"name\":\"Hamburger\","
                        + "\"quantity\":1,\"unitPriceTetri\":1295},{\"category\":\"Uncategorised\",\"code\":\"102\","
                        + "\"name\":\"Item 102\",\"quantity\":1,\"unitPriceTetri\":1950}],"
                        + "\"nodeId\":\"GORI-FORTRESS\",\"saleNumber\":\"1\",\"soldAt\":\"2023-01-01T08:01:00Z\","
                        + "\"terminalId\":\"REPLAY\",\"totalTetri\":3245}");
    }

    @Test
    void helpShowsTheFormatOfTheFilesAndExamples() {
        assertThat(run(system.port(), "--help")).isZero();

        assertThat(out.toString())
                .contains("order_id,order_date,order_time,item_id,item_price[,quantity]")
                .contains("menu_item_id,item_name,category,price")
                .contains("hotpotspot replay orders.csv --menu menu.csv")
                .contains("--credentials=FILE", "(default: admin.credentials in", "{\"clientId\":")
                .contains("Exit codes:");
    }

    private int replay(String... options) {
        clear();
        return run(
                system.port(),
                Stream.concat(Stream.of(orders.toString()), Stream.of(options)).toArray(String[]::new));
    }

    private int run(int port, String... arguments) {
        CommandLine command = new CommandLine(new ReplayCommand(new FlyingTime(), InstantSource.system()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        List<String> all = Stream.concat(
                        Stream.of("--command-port", "" + port, "--query-port", "" + port, "--data", "" + directory),
                        Stream.of(arguments))
                .toList();
        return command.execute(all.toArray(String[]::new));
    }

    private void clear() {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
    }

    /** An order for 32.45 lari. */
    private static String twoLines(int order, String date) {
        String time = String.format(Locale.ROOT, "12:%02d:00", order % 60);
        return String.format(
                Locale.ROOT, "%d,%s,%s,101,12.95%n%d,%s,%s,102,19.50", order, date, time, order, date, time);
    }

    private Path write(Stream<String> lines) throws IOException {
        return Files.writeString(
                Files.createTempFile(directory, "orders", ".csv"),
                lines.collect(Collectors.joining("\n", HEADER, "\n")));
    }
}
