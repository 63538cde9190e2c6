package com.hotpotspot.query.wallet;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static com.hotpotspot.query.testing.Documents.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.sale.CheckClaimed;
import com.hotpotspot.events.sale.CheckExpired;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.TokensBurned;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.events.wallet.HolderId;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.events.wallet.WalletOpened;
import com.hotpotspot.query.projection.ProjectedTables;
import com.hotpotspot.query.projection.Recorded;
import com.hotpotspot.query.testing.CountingJdbc;
import com.hotpotspot.query.testing.Given;
import com.hotpotspot.query.testing.PageReader;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** How many wallets there are of each kind, and what they hold: as rows, as JSON and as a page. */
class WalletsByKindTest {

    private static final String DOOR = "/api/v1/wallets/by-kind";
    private static final Instant NOON = Instant.parse("2026-01-15T08:00:00Z");
    private static final NodeId VAKE = new NodeId("VAKE");
    private static final WalletId FOUNDERS = WrittenLog.FOUNDER.wallet();
    private static final long GENESIS = 100;

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void kindsTogetherHoldTheSupplyWhereverBatchesEnd(int batchSize) {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG)) {
            WrittenLog log = new WrittenLog(database);
            // Whose wallet it is, is said only after it has one.
            NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
            log.found(NetworkPurpose.LIVE);
            NodeId gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
            log.sell(vake, "1", "2026-01-15T10:00:00Z", khinkali(1));
            log.sell(vake, "2", "2026-01-15T11:00:00Z", khinkali(2));
            log.sell(vake, "3", "2026-01-15T12:00:00Z", khinkali(3));
            log.sell(gori, "1", "2026-01-15T13:00:00Z", khinkali(4));
            log.takeBack(vake, "2");
            log.claim(vake, "3");
            log.expire(gori, "1");
            OwnerId heir = new OwnerId("heir");
            log.append(new NodeOwnerChanged(gori, heir, heir.wallet()));

            try (RunningQuerySide side =
                    RunningQuerySide.on(database, "hotpotspot.projections.batch-size=" + batchSize)) {
                WebTestClient client = side.caughtUpTo(log.head()).client();

                // The founder has genesis, 51 of each of two sales and a royalty of 3.
                assertThatJson(client, DOOR, String.format(Locale.ROOT, """
                        {"kinds": [
                          {"kind": "MASTER", "wallets": 1, "units": 205},
                          {"kind": "FRANCHISE", "wallets": 2, "units": 48},
                          {"kind": "CUSTOMER", "wallets": 1, "units": 49},
                          {"kind": "CHECK", "wallets": 4, "units": 49},
                          {"kind": "CHARITY", "wallets": 0, "units": 0},
                          {"kind": "RESERVE", "wallets": 1, "units": 49}],
                         "wallets": 9, "supplyUnits": 400, "position": %d}
                        """, log.head()));
                assertThatJson(client, "/api/v1/network/stats", "{\"supplyUnits\": 400}");
                assertThat(PageReader.html(client, "/wallets"))
                        .contains("data-figure=\"wallets-CHECK\">4<", "data-figure=\"tokens-MASTER\">2.05<")
                        .contains("data-figure=\"wallets\">9<", "data-figure=\"supply\">4.00<", "As of position")
                        .doesNotContain("style=", "onclick");
                assertThat(PageReader.html(client, "/")).contains("href=\"/wallets\"");
            }
        }
    }

    @Test
    void anEmptyLogHasNoWalletsAndWhoSeesTheNetworksTotalsSeesThat() {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG);
                RunningQuerySide side = RunningQuerySide.on(database)) {
            assertThatJson(side.clientAs("ANALYST"), DOOR, """
                    {"wallets": 0, "supplyUnits": 0, "position": -1}
                    """);
            assertThat(PageReader.html(side.clientAs("COMPLIANCE_OFFICER"), "/wallets"))
                    .contains("The log is empty.");
            for (String other : List.of("FRANCHISEE:VAKE", "POS_TERMINAL:VAKE", "CUSTOMER:somebody")) {
                assertThat(side.status(DOOR, other)).as(other).isEqualTo(403);
                assertThat(side.status("/wallets", other)).as(other).isEqualTo(403);
            }
            assertThat(side.status("/wallets", "ANALYST")).isEqualTo(403);
            assertThat(side.statusForNobody(DOOR)).isEqualTo(401);
        }
    }

    @Property(tries = 10)
    void kindsTogetherHoldWhatWasMintedLessWhatWasBurned(
            @ForAll("sales") List<Sold> sales, @ForAll @IntRange(min = 1, max = 40) int batchSize) {
        try (TestDatabase database =
                TestDatabase.with(SchemaModule.LOG, ProjectedTables.schema(WalletsProjection.NAME))) {
            CountingJdbc jdbc = new CountingJdbc(ProjectedTables.of(WalletsProjection.NAME, database));
            WalletsProjection projection = new WalletsProjection(jdbc);
            List<Recorded> history = history(sales);
            long supply = 0;
            int batches = 0;
            for (int from = 0; from < history.size(); from += batchSize) {
                List<Recorded> batch = history.subList(from, Math.min(from + batchSize, history.size()));
                supply += batch.stream()
                        .mapToLong(recorded -> madeOrUnmade(recorded.event()))
                        .sum();
                batches++;

                projection.project(batch);

                List<WalletsByKind.Total> kinds = WalletQueries.kinds(JdbcClient.create(jdbc));
                assertThat(kinds.stream().mapToLong(WalletsByKind.Total::units).sum())
                        .isEqualTo(supply);
                assertThat(kinds).allSatisfy(kind -> assertThat(kind.units()).isNotNegative());
            }
            assertThat(jdbc.statements()).isLessThanOrEqualTo(2 * batches);
        }
    }

    @Provide
    Arbitrary<List<Sold>> sales() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.of(Fate.values()))
                .as(Sold::new)
                .list()
                .ofMaxSize(40);
    }

    private static long madeOrUnmade(Event event) {
        return switch (event) {
            case NetworkFounded e -> e.genesisUnits().value();
            case TokensMinted e -> e.mintedUnits().value();
            case TokensBurned e -> -e.burnedUnits().value();
            default -> 0;
        };
    }

    private static List<Recorded> history(List<Sold> sales) {
        List<Event> events = new ArrayList<>();
        events.add(new NetworkFounded(WrittenLog.FOUNDER, FOUNDERS, Units.of(GENESIS), NetworkPurpose.LIVE));
        for (Sold sold : sales) {
            events.addAll(sold.events(SaleId.of(VAKE, new SaleNumber("S" + events.size()))));
        }
        List<Recorded> history = new ArrayList<>();
        events.forEach(event -> history.add(Given.event(history.size(), "sale-VAKE", NOON, event)));
        return history;
    }

    /** What becomes of a sale. */
    enum Fate {
        KEPT,
        VOIDED,
        CLAIMED,
        EXPIRED
    }

    /** A sale at a node of one of a few owners, of whom the first is the founder. */
    record Sold(int owner, long minted, Fate fate) {

        List<Event> events(SaleId sale) {
            WalletId owners = owner == 0 ? FOUNDERS : WalletKind.FRANCHISE.walletOf("owner-" + owner);
            WalletId check = sale.check().wallet();
            Units royalty = Units.of(owner == 0 ? 0 : minted * 3 / 100);
            Units ownersShare = Units.of(minted * 48 / 100);
            Units buyers = Units.of(minted).minus(ownersShare).minus(royalty);
            TokensMinted mint = new TokensMinted(
                    sale, VAKE, 1, Units.of(minted), owners, ownersShare, check, buyers, FOUNDERS, royalty, NOON);
            List<Event> events =
                    new ArrayList<>(List.of(mint, new CheckIssued(sale, sale.check(), check, buyers, NOON)));
            switch (fate) {
                case KEPT -> {}
                case VOIDED -> events.add(TokensBurned.all(mint));
                case CLAIMED -> {
                    WalletId customer = WalletKind.CUSTOMER.walletOf("customer-" + owner);
                    events.add(
                            new WalletOpened(customer, WalletKind.CUSTOMER, new HolderId("customer-" + owner), null));
                    events.add(new CheckClaimed(sale, sale.check(), check, customer, buyers));
                }
                case EXPIRED -> events.add(new CheckExpired(sale, sale.check(), check, WalletId.RESERVE, buyers));
            }
            return events;
        }
    }
}
