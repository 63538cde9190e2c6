package com.hotpotspot.query.wallet;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static com.hotpotspot.query.testing.Documents.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.wallet.HolderId;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.events.wallet.WalletLabel;
import com.hotpotspot.events.wallet.WalletOpened;
import com.hotpotspot.events.wallet.WalletReinstated;
import com.hotpotspot.events.wallet.WalletSuspended;
import com.hotpotspot.query.testing.PageReader;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Whose each wallet is, what it holds and how it stands: as rows, as JSON and on pages. */
class WalletsTest {

    private static final String DOOR = "/api/v1/wallets";
    private static final WalletId SHELTER = WalletKind.CHARITY.walletOf("shelter");
    private static final WalletId CUSTOMER = WalletKind.CUSTOMER.walletOf("customer");
    private static final WalletId FOUNDERS = WrittenLog.FOUNDER.wallet();
    private static final WalletId GORIS = new OwnerId("owner-of-GORI").wallet();

    private static void happen(WrittenLog log) {
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        log.found(NetworkPurpose.LIVE);
        log.register("GORI", NodeType.FRANCHISE, "Gori");
        log.append(new WalletOpened(CUSTOMER, WalletKind.CUSTOMER, new HolderId("customer"), null));
        log.append(new WalletOpened(SHELTER, WalletKind.CHARITY, new HolderId("shelter"), new WalletLabel("Shelter")));
        log.append(new WalletSuspended(CUSTOMER));
        log.append(new WalletSuspended(SHELTER));
        log.append(new WalletReinstated(SHELTER));
        log.sell(vake, "1", "2026-01-15T10:00:00Z", khinkali(1));
        log.claim(vake, "1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void aWalletSaysWhoseItIsAndHowItStandsWhereverBatchesEnd(int batchSize) {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG)) {
            WrittenLog log = new WrittenLog(database);
            happen(log);
            try (RunningQuerySide side =
                    RunningQuerySide.on(database, "hotpotspot.projections.batch-size=" + batchSize)) {
                WebTestClient client = side.caughtUpTo(log.head()).client();

                assertThatJson(client, DOOR + "/" + FOUNDERS + "?atLeast=" + log.head(), """
                        {"wallet": {"kind": "MASTER", "holderId": "founder", "units": 151, "opened": 0,
                                    "suspended": false, "since": null, "label": null}, "supplyUnits": 200}
                        """);
                assertThatJson(client, DOOR + "/" + CUSTOMER, """
                        {"wallet": {"kind": "CUSTOMER", "holderId": "customer", "units": 49, "suspended": true,
                                    "opened": 5, "since": 7}}
                        """);
                assertThatJson(client, DOOR + "/" + SHELTER, """
                        {"wallet": {"kind": "CHARITY", "label": "Shelter", "suspended": false, "since": 9}}
                        """);
                assertThatJson(client, DOOR + "/" + WalletId.RESERVE, """
                        {"wallet": {"kind": "RESERVE", "holderId": null, "units": 0}}
                        """);
                assertThatJson(client, DOOR + "?kind=FRANCHISE", """
                        {"wallets": [{"walletId": "%s", "holderId": "owner-of-GORI"}], "next": null}
                        """.formatted(GORIS));
                assertThat(PageReader.html(client, "/wallets"))
                        .contains("data-wallet=\"" + SHELTER + "\"", "Shelter", "href=\"/wallets/" + FOUNDERS + "\"")
                        .doesNotContain("data-wallet=\"chk-", "style=", "onclick");
                assertThat(PageReader.html(client, "/wallets/" + CUSTOMER))
                        .contains("Suspended", "href=\"/explorer/events/7\"", "data-figure=\"tokens\">0.49<");
            }
        }
    }

    @Test
    void walletsComeInPartsAndNoOddIdIsKnown() {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG);
                RunningQuerySide side = RunningQuerySide.on(database)) {
            WrittenLog log = new WrittenLog(database);
            happen(log);
            WebTestClient client = side.caughtUpTo(log.head()).client();

            assertThatJson(client, DOOR + "?limit=1", """
                    {"wallets": [{"walletId": "%s"}], "next": "%s"}
                    """.formatted(SHELTER, SHELTER));
            assertThatJson(client, DOOR + "?limit=1&after=" + SHELTER, """
                    {"wallets": [{"walletId": "%s"}]}
                    """.formatted(CUSTOMER));
            for (String wrong : List.of("kind=CHECK", "kind=x", "limit=0", "after=%00", "after=own-1")) {
                assertThat(side.status(DOOR + "?" + wrong, "ADMIN")).as(wrong).isEqualTo(400);
            }
            String check = "chk-" + "0".repeat(40);
            for (String id : List.of(check, "own-" + "0".repeat(40), "x", "%00", "..%2F..", "%3Cscript%3E")) {
                for (String door : List.of(DOOR, "/wallets")) {
                    side.client()
                            .get()
                            .uri(URI.create(side.url(door + "/" + id)))
                            .exchange()
                            .expectStatus()
                            .value(status -> assertThat(status).as(id).isIn(400, 404));
                }
            }
            for (String other : List.of("FRANCHISEE:VAKE", "CUSTOMER:customer", "ANALYST")) {
                assertThat(side.status(DOOR, other)).as(other).isEqualTo(403);
                assertThat(side.status("/wallets/" + CUSTOMER, other)).as(other).isEqualTo(403);
            }
        }
    }
}
