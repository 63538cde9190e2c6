package com.hotpotspot.query;

import static com.hotpotspot.query.testing.Dishes.khachapuri;
import static com.hotpotspot.query.testing.Dishes.khinkali;
import static com.hotpotspot.query.testing.Dishes.lemonade;
import static com.hotpotspot.query.testing.Documents.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.network.TerminalAuthorised;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.network.TerminalRevoked;
import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The figures that follow from a small log, wherever the borders of batches fall in it. */
class ProjectedFiguresTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void figuresDoNotDependOnTheBordersOfBatches(int batchSize) {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG)) {
            WrittenLog log = new WrittenLog(database);
            log.found(NetworkPurpose.LIVE);
            NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
            NodeId gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
            log.append(new TerminalAuthorised(vake, new TerminalId("TILL-2")));
            log.append(new TerminalRevoked(vake, WrittenLog.TILL));
            log.sell(vake, "1", "2026-01-15T19:59:59Z", khinkali(10), khachapuri(1));
            log.sell(vake, "2", "2026-01-15T20:00:00Z", khinkali(5));
            log.sell(gori, "1", "2026-01-16T09:00:00Z", lemonade(5), khachapuri(2));
            log.append(new NodeDeactivated(gori));

            try (RunningQuerySide side =
                    RunningQuerySide.on(database, "hotpotspot.projections.batch-size=" + batchSize)) {
                WebTestClient client = side.caughtUpTo(log.head()).client();

                assertThatJson(client, "/api/v1/network/stats", """
                        {"founded": true, "purpose": "LIVE", "nodes": 2, "activeNodes": 1, "sales": 3,
                         "revenueTetri": 7950, "refundedTetri": 0, "mintedUnits": 300, "burnedUnits": 0,
                         "supplyUnits": 400, "position": 16}
                        """);
                assertThatJson(client, "/api/v1/nodes", """
                        {"nodes": [
                          {"nodeId": "GORI", "type": "FRANCHISE", "city": "Gori", "ownerId": "owner-of-GORI",
                           "active": false, "terminals": ["TILL-1"], "sales": 1, "revenueTetri": 3800, "units": 100},
                          {"nodeId": "VAKE", "type": "OWNER", "city": "Tbilisi", "ownerId": "founder",
                           "active": true, "terminals": ["TILL-2"], "sales": 2, "revenueTetri": 4150, "units": 200}],
                         "position": 16}
                        """);
                // Midnight in Tbilisi is 20:00 UTC.
                assertThatJson(client, "/api/v1/nodes/VAKE/sales", """
                        {"nodeId": "VAKE", "from": "2026-01-15", "to": "2026-01-16", "sales": 2,
                         "revenueTetri": 4150, "units": 200,
                         "bestSellers": [
                          {"code": "101", "name": "Khinkali", "category": "Dumplings", "quantity": 15,
                           "revenueTetri": 2700},
                          {"code": "113", "name": "Khachapuri", "category": "Bread", "quantity": 1,
                           "revenueTetri": 1450}],
                         "days": [
                          {"day": "2026-01-15", "sales": 1, "revenueTetri": 3250, "units": 100, "bestSellers": [
                           {"code": "101", "name": "Khinkali", "category": "Dumplings", "quantity": 10,
                            "revenueTetri": 1800},
                           {"code": "113", "name": "Khachapuri", "category": "Bread", "quantity": 1,
                            "revenueTetri": 1450}]},
                          {"day": "2026-01-16", "sales": 1, "revenueTetri": 900, "units": 100, "bestSellers": [
                           {"code": "101", "name": "Khinkali", "category": "Dumplings", "quantity": 5,
                            "revenueTetri": 900}]}],
                         "position": 16}
                        """);
                // Five khinkali and five lemonades bring the same: the lower code goes first.
                assertThatJson(client, "/api/v1/network/sales?from=2026-01-16&to=2026-01-16", """
                        {"from": "2026-01-16", "to": "2026-01-16", "sales": 2, "revenueTetri": 4700, "units": 200,
                         "bestSellers": [
                          {"code": "101", "name": "Khinkali", "category": "Dumplings", "quantity": 5,
                           "revenueTetri": 900},
                          {"code": "109", "name": "Tarragon lemonade", "category": "Drinks", "quantity": 5,
                           "revenueTetri": 900},
                          {"code": "113", "name": "Khachapuri", "category": "Bread", "quantity": 2,
                           "revenueTetri": 2900}],
                         "days": [{"day": "2026-01-16", "sales": 2, "revenueTetri": 4700, "units": 200,
                          "bestSellers": [
                           {"code": "101", "name": "Khinkali", "category": "Dumplings", "quantity": 5,
                            "revenueTetri": 900},
                           {"code": "109", "name": "Tarragon lemonade", "category": "Drinks", "quantity": 5,
                            "revenueTetri": 900},
                           {"code": "113", "name": "Khachapuri", "category": "Bread", "quantity": 2,
                            "revenueTetri": 2900}]}],
                         "position": 16}
                        """);
                assertThat(csv(client)).isEqualTo("""
                        Sale ID,Node ID,Sale Number,Sold At,Business Day,Total Tetri,Policy Version,Minted Units,\
                        Owner Wallet,Owner Units,Buyer Wallet,Buyer Units,Royalty Wallet,Royalty Units,\
                        Check ID,Check Status,Sale Status,Refunded Tetri,Position
                        VAKE:0000000001,VAKE,1,2026-01-15 19:59:59 UTC,2026-01-15,3250,1,100,\
                        FOUNDER,51,BUYER1,49,FOUNDER,0,VAKE:0000000001,ISSUED,RECORDED,0,7
                        VAKE:0000000002,VAKE,2,2026-01-15 20:00:00 UTC,2026-01-16,900,1,100,\
                        FOUNDER,51,BUYER2,49,FOUNDER,0,VAKE:0000000002,ISSUED,RECORDED,0,10
                        GORI:0000000001,GORI,1,2026-01-16 09:00:00 UTC,2026-01-16,3800,1,100,\
                        OWNER,48,BUYER3,49,FOUNDER,3,GORI:0000000001,ISSUED,RECORDED,0,13
                        """.replace("FOUNDER", wallet(WalletKind.FRANCHISE, "founder"))
                        .replace("OWNER,48", wallet(WalletKind.FRANCHISE, "owner-of-GORI") + ",48")
                        .replace("BUYER1", wallet(WalletKind.CHECK, "VAKE:0000000001"))
                        .replace("BUYER2", wallet(WalletKind.CHECK, "VAKE:0000000002"))
                        .replace("BUYER3", wallet(WalletKind.CHECK, "GORI:0000000001"))
                        .replace("\n", "\r\n"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void voidsRefundsAndClaimsCountFromWhereTheyHappened(int batchSize) {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG)) {
            WrittenLog log = new WrittenLog(database);
            log.found(NetworkPurpose.LIVE);
            NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
            log.sell(vake, "1", "2026-01-15T10:00:00Z", khinkali(10), khachapuri(1));
            log.sell(vake, "2", "2026-01-15T11:00:00Z", khinkali(5));
            log.sell(vake, "3", "2026-01-15T12:00:00Z", lemonade(1));
            long before = log.head();
            log.takeBack(vake, "1");
            log.refund(vake, "2", "R-1", 100);
            log.refund(vake, "2", "R-2", 50);
            log.claim(vake, "2");
            log.expire(vake, "3");
            OwnerId heir = new OwnerId("heir");
            log.append(new NodeOwnerChanged(vake, heir, heir.wallet()));

            try (RunningQuerySide side =
                    RunningQuerySide.on(database, "hotpotspot.projections.batch-size=" + batchSize)) {
                WebTestClient client = side.caughtUpTo(log.head()).client();

                assertThatJson(client, "/api/v1/network/stats", """
                        {"sales": 2, "revenueTetri": 1080, "refundedTetri": 150, "mintedUnits": 300,
                         "burnedUnits": 100, "supplyUnits": 300}
                        """);
                assertThatJson(client, "/api/v1/nodes", """
                        {"nodes": [{"nodeId": "VAKE", "ownerId": "heir", "sales": 2, "revenueTetri": 1080}]}
                        """);
                assertThatJson(client, "/api/v1/nodes/VAKE/sales?from=2026-01-15&to=2026-01-15", """
                        {"sales": 2, "revenueTetri": 1080, "units": 300,
                         "bestSellers": [{"code": "101", "quantity": 5, "revenueTetri": 900},
                                         {"code": "109", "quantity": 1, "revenueTetri": 180}],
                         "days": [{"day": "2026-01-15", "sales": 2, "voidedSales": 1, "revenueTetri": 1080,
                                   "refundedTetri": 0, "units": 300, "burnedUnits": 100}]}
                        """);
                assertThat(statuses(csv(client, "?from=2026-01-15&to=2026-01-15")))
                        .containsExactly("VOIDED,VOIDED,0", "CLAIMED,RECORDED,150", "EXPIRED,RECORDED,0");
                assertThat(statuses(csv(client, "?from=2026-01-15&to=2026-01-15&position=" + before)))
                        .containsOnly("ISSUED,RECORDED,0");
            }
        }
    }

    /** Check status, sale status and refunds of each row. */
    private static List<String> statuses(String csv) {
        return csv.lines()
                .skip(1)
                .map(line -> List.of(line.split(",")))
                .map(fields -> String.join(",", fields.subList(15, 18)))
                .toList();
    }

    private static String wallet(WalletKind kind, String identity) {
        return kind.walletOf(identity).value();
    }

    private static String csv(WebTestClient client) {
        return csv(client, "");
    }

    private static String csv(WebTestClient client, String query) {
        byte[] body = client.get()
                .uri("/api/v1/exports/sales" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }
}
