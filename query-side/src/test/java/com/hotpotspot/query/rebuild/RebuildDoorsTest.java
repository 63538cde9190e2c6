package com.hotpotspot.query.rebuild;

import static com.hotpotspot.query.testing.Dishes.khachapuri;
import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.KeptProjections;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.web.reactive.server.WebTestClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebuildDoorsTest {

    private static final String PROJECTIONS = "/api/v1/projections";

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final WrittenLog log = new WrittenLog(database);
    private final RunningQuerySide side =
            RunningQuerySide.on(database, "hotpotspot.projections.batch-size=5", "hotpotspot.projections.fill-size=7");
    private final WebTestClient admin = side.clientAs("ADMIN");

    @BeforeAll
    void network() {
        log.found(NetworkPurpose.LIVE);
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        log.register("GORI", NodeType.FRANCHISE, "Gori");
        for (String number : List.of("kept", "voided", "refunded", "claimed", "expired")) {
            log.sell(vake, number, "2026-02-04T09:00:00Z", khinkali(5), khachapuri(1));
        }
        log.takeBack(vake, "voided");
        log.refund(vake, "refunded", "R-1", 100);
        log.claim(vake, "claimed");
        log.expire(vake, "expired");
        side.caughtUpTo(log.head());
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    /** With other batches than the first time; so it also holds that figures do not depend on where batches end. */
    @Test
    void everyProjectionFilledAnewSaysTheSameAndAnswersThen() {
        for (String projection : KeptProjections.names()) {
            admin.post()
                    .uri(PROJECTIONS + "/" + projection + "/rebuild")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.data.versions[1].number")
                    .isEqualTo(2);
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> admin.get()
                        .uri(PROJECTIONS)
                        .exchange()
                        .expectBody()
                        .json("{\"data\": {\"projections\": "
                                + KeptProjections.told("\"versions\": [{\"number\": 1, \"state\": \"OLD\"},"
                                                + " {\"number\": 2, \"state\": \"LIVE\", \"differs\": null}]")
                                        .replace("\"version\": 1", "\"version\": 2")
                                + "}}"));
        for (String projection : KeptProjections.names()) {
            admin.delete()
                    .uri(PROJECTIONS + "/" + projection + "/versions/1")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.data.versions.length()")
                    .isEqualTo(1);
        }
        assertThat(side.status("/api/v1/network/stats", "NETWORK_OWNER")).isEqualTo(200);
    }

    @Test
    void onlyAdministratorsHaveProjectionsFilledAnew() {
        WebTestClient owner = side.clientAs("NETWORK_OWNER", "REGULATOR", "AUDITOR");

        assertRefused(owner.post().uri(PROJECTIONS + "/sales/rebuild"), 403, "forbidden");
        assertRefused(owner.post().uri(PROJECTIONS + "/sales/versions/1/accept"), 403, "forbidden");
        assertRefused(owner.delete().uri(PROJECTIONS + "/sales/versions/1"), 403, "forbidden");
        assertRefused(owner.post().uri(PROJECTIONS + "/sales/parked/1/retry"), 403, "forbidden");
        assertRefused(side.nobody().post().uri(PROJECTIONS + "/sales/rebuild"), 401, "unauthenticated");
    }

    @Test
    void whatCannotBeIsRefusedWithItsCode() {
        assertRefused(admin.post().uri(PROJECTIONS + "/elsewhere/rebuild"), 404, "projection-unknown");
        assertRefused(admin.post().uri(PROJECTIONS + "/sales/rebuild?now=true"), 400, "bad-request");
        assertRefused(admin.post().uri(PROJECTIONS + "/sales/versions/9/accept"), 409, "version-not-different");
        assertRefused(admin.delete().uri(PROJECTIONS + "/sales/versions/9"), 409, "version-not-droppable");
        assertRefused(admin.delete().uri(PROJECTIONS + "/sales/versions/0"), 400, "bad-request");
        assertRefused(admin.delete().uri(PROJECTIONS + "/sales_v1/versions/1"), 404, "projection-unknown");
        assertRefused(admin.post().uri(PROJECTIONS + "/sales/parked/3/retry"), 404, "event-not-parked");
        assertRefused(admin.post().uri(PROJECTIONS + "/sales/parked/-1/retry"), 400, "bad-request");
    }

    private static void assertRefused(WebTestClient.RequestHeadersSpec<?> request, int status, String code) {
        request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }
}
