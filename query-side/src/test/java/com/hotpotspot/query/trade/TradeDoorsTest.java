package com.hotpotspot.query.trade;

import static com.hotpotspot.query.testing.Dishes.khachapuri;
import static com.hotpotspot.query.testing.Dishes.khinkali;
import static com.hotpotspot.query.testing.Dishes.lemonade;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How trade goes, as answers to programs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TradeDoorsTest {

    private static final String OF_NETWORK = "/api/v1/network/trade";
    private static final String OF_GORI = "/api/v1/nodes/GORI/trade";

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final WrittenLog log = new WrittenLog(database);
    private final RunningQuerySide side = RunningQuerySide.on(database);

    @BeforeAll
    void network() {
        answers(OF_NETWORK, """
                {"from": null, "to": null, "totals": {"sales": 0, "averageReceiptTetri": null}, "hours": [],
                 "nodes": [], "cities": [], "categories": [], "position": -1}
                """);
        log.found(NetworkPurpose.LIVE);
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        NodeId gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
        log.sell(vake, "1", "2026-01-15T10:00:00Z", khinkali(10), khachapuri(1));
        log.sell(gori, "1", "2026-01-15T10:10:00Z", khinkali(1));
        log.sell(gori, "2", "2026-01-22T10:20:00Z", lemonade(2));
        log.sell(gori, "3", "2026-01-23T11:00:00Z", lemonade(4));
        log.takeBack(gori, "3");
        side.caughtUpTo(log.head());
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @Test
    void theNetworksTradeIsToldByHourOfTheWeekNodeCityAndCategory() {
        answers(OF_NETWORK, """
                {"from": "2026-01-15", "to": "2026-01-23",
                 "totals": {"sales": 3, "revenueTetri": 3790, "averageReceiptTetri": 1263, "voidedSales": 1,
                  "voidedTetri": 720, "mintedUnits": 400, "ownerUnits": 195, "buyerUnits": 196, "royaltyUnits": 9,
                  "burnedUnits": 100, "burnedRoyaltyUnits": 3, "royaltyOwedUnits": 6, "royaltyReceivedUnits": 0},
                 "hours": [{"weekday": 4, "hour": 14, "sales": 3, "revenueTetri": 3790}],
                 "nodes": [
                  {"nodeId": "GORI", "city": "Gori", "active": true, "silentSince": null, "figures": {"sales": 2}},
                  {"nodeId": "VAKE", "city": "Tbilisi", "figures": {"sales": 1, "revenueTetri": 3250}}],
                 "cities": [{"city": "Gori", "figures": {"sales": 2, "revenueTetri": 540}},
                  {"city": "Tbilisi", "figures": {"sales": 1, "royaltyUnits": 0}}],
                 "categories": [
                  {"category": "Dumplings", "quantity": 11, "grams": 0, "revenueTetri": 1980},
                  {"category": "Bread", "quantity": 1, "revenueTetri": 1450},
                  {"category": "Drinks", "quantity": 2, "revenueTetri": 360}]}
                """);
    }

    @Test
    void aNodesTradeIsItsOwn() {
        answers(OF_GORI + "?from=2026-01-20&to=2026-01-22&atLeast=" + log.head(), """
                {"nodeId": "GORI", "from": "2026-01-20", "to": "2026-01-22",
                 "totals": {"sales": 1, "revenueTetri": 360, "averageReceiptTetri": 360, "royaltyOwedUnits": 3},
                 "nodes": [{"nodeId": "GORI"}], "cities": [{"city": "Gori"}]}
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN, 200, 200",
        "COMPLIANCE_OFFICER, 200, 200",
        "FRANCHISEE:GORI, 403, 200",
        "FRANCHISEE:VAKE, 403, 403",
        "POS_TERMINAL:GORI, 403, 403",
        "ANALYST, 403, 403",
    })
    void whoSeesWhichTrade(String role, int network, int node) {
        assertThat(side.status(OF_NETWORK, role)).isEqualTo(network);
        assertThat(side.status(OF_GORI, role)).isEqualTo(node);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=yesterday",
                "?from=2026-02-02&to=2026-02-01",
                "?node=VAKE",
                "?from=2001-01-01&to=2099-01-01"
            })
    void aPeriodThatCannotBeIsRefused(String query) {
        assertThat(side.status(OF_NETWORK + query, "ADMIN")).isEqualTo(400);
    }

    @Test
    void anUnknownNodeHasNoTrade() {
        assertThat(side.status("/api/v1/nodes/NONE/trade", "ADMIN")).isEqualTo(404);
    }

    private void answers(String path, String data) {
        side.client()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"success\": true, \"data\": " + data + "}");
    }
}
