package com.hotpotspot.query.sale;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.json.JsonCompareMode;

/** What is told of one sale, and to whom. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SaleStateTest {

    private static final String SALES = "/api/v1/nodes/VAKE/sales";

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final WrittenLog log = new WrittenLog(database);
    private final RunningQuerySide side = RunningQuerySide.on(database);
    private NodeId vake = new NodeId("UNREGISTERED");

    @BeforeAll
    void network() {
        log.found(NetworkPurpose.LIVE);
        vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        log.register("GORI", NodeType.FRANCHISE, "Gori");
        side.caughtUpTo(log.head());
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @Test
    void aSaleTellsWhatBecameOfIt() {
        for (String number : List.of("voided", "refunded", "claimed", "expired")) {
            log.sell(vake, number, "2026-02-04T09:00:00Z", khinkali(5));
        }
        long voided = log.takeBack(vake, "voided").first();
        long refund = log.refund(vake, "refunded", "R-1", 100).last();
        long another = log.refund(vake, "refunded", "R-2", 50).last();
        long claimed = log.claim(vake, "claimed").last();
        long expired = log.expire(vake, "expired").last();
        side.caughtUpTo(log.head());

        answers(SALES + "/voided", String.format(Locale.ROOT, """
                {"state": "VOIDED", "check": {"state": "VOIDED"}, "positions": {"voided": %d}}""", voided));
        answers(SALES + "/refunded", String.format(Locale.ROOT, """
                {"state": "REFUNDED", "refundedTetri": 150, "check": {"state": "ISSUED"},
                 "refunds": [{"amountTetri": 100, "position": %d}, {"amountTetri": 50, "position": %d}]}
                """, refund, another));
        answers(SALES + "/claimed", String.format(Locale.ROOT, """
                {"state": "RECORDED", "check": {"state": "CLAIMED"}, "positions": {"checkClaimed": %d}}
                """, claimed));
        answers(SALES + "/expired", String.format(Locale.ROOT, """
                {"state": "RECORDED", "check": {"state": "EXPIRED"}, "positions": {"checkExpired": %d}}
                """, expired));
    }

    @Test
    void whoeverNamesAPositionIsAnsweredAsSoonAsItIsReached() {
        long next = log.head() + 3;
        CompletableFuture<Integer> answer =
                CompletableFuture.supplyAsync(() -> side.status(SALES + "/soon?atLeast=" + next, "AUDITOR"));

        log.sell(vake, "soon", "2026-02-05T09:00:00Z", khinkali(5));

        assertThat(answer.join()).isEqualTo(200);
    }

    @Test
    void aPositionThatIsNotReachedIsAConflict() {
        log.sell(vake, "early", "2026-02-06T09:00:00Z", khinkali(5));
        side.caughtUpTo(log.head());

        problem(SALES + "/early?atLeast=99999999", 409, "position-not-reached");
    }

    @ParameterizedTest
    @CsvSource({
        "/never, 404, sale-unknown",
        "/007, 400, bad-request",
        "/GORI:7, 400, bad-request",
        "/never?atLeast=-1, 400, bad-request",
        "/never?position=1, 400, bad-request"
    })
    void aSaleThatIsNotThereOrCannotBe(String path, int status, String code) {
        problem(SALES + path, status, code);
    }

    @ParameterizedTest
    @CsvSource({
        "POS_TERMINAL:VAKE, 200",
        "FRANCHISEE:VAKE, 200",
        "REGULATOR, 200",
        "COMPLIANCE_OFFICER, 200",
        "POS_TERMINAL:GORI, 403",
        "FRANCHISEE:GORI, 403",
        "CUSTOMER:c-1, 403",
        "ANALYST, 403"
    })
    void aSaleIsToldToThoseWhoseBusinessItIs(String role, int status) {
        log.sell(vake, "asked-by-" + role.replace(':', '.'), "2026-02-07T09:00:00Z", khinkali(5));
        side.caughtUpTo(log.head());

        assertThat(side.status(SALES + "/asked-by-" + role.replace(':', '.'), role))
                .isEqualTo(status);
    }

    private void answers(String path, String data) {
        side.client()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"success\": true, \"data\": " + data + "}", JsonCompareMode.LENIENT);
    }

    private void problem(String path, int status, String code) {
        side.client()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }
}
