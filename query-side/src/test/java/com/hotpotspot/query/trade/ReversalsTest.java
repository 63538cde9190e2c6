package com.hotpotspot.query.trade;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.sale.RequestedPeriod;
import com.hotpotspot.query.testing.PageReader;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.json.JsonCompareMode;

/** Voids and refunds: as answers, as a file, as a page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReversalsTest {

    private static final String OF_NETWORK = "/api/v1/network/reversals";
    private static final String OF_GORI = "/api/v1/nodes/GORI/reversals";

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final WrittenLog log = new WrittenLog(database);
    private final RunningQuerySide side = RunningQuerySide.on(database);

    @BeforeAll
    void network() {
        log.found(NetworkPurpose.LIVE);
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        NodeId gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
        log.sell(vake, "1", "2026-01-15T10:00:00Z", khinkali(10));
        log.sell(gori, "1", "2026-01-16T10:00:00Z", khinkali(20));
        log.sell(gori, "2", "2026-01-17T10:00:00Z", khinkali(5));
        log.takeBack(vake, "1");
        log.takeBack(gori, "1");
        log.by(new AccountId("owner-7")).refund(gori, "2", "R-1", 500);
        side.caughtUpTo(log.head());
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @Test
    void theLatestComeFirstWithWhoseDoingTheyWere() {
        answers(OF_NETWORK + "?atLeast=" + log.head(), """
                {"reversals": [
                 {"kind": "REFUND", "nodeId": "GORI", "saleId": "GORI:0000000002", "amountTetri": 500,
                  "terminalId": "TILL-1", "reason": "QUALITY", "account": "owner-7", "approvedBy": null},
                 {"kind": "VOID", "nodeId": "GORI", "saleId": "GORI:0000000001", "day": "2026-01-16",
                  "amountTetri": 3600, "reason": "PAYMENT_FAILED", "account": "till-4-vake-till-1"},
                 {"kind": "VOID", "nodeId": "VAKE", "day": "2026-01-15", "amountTetri": 1800}]}
                """);
    }

    @Test
    void theyCanBeSoughtByKindAndDayAndListedByAmount() {
        answers(OF_NETWORK + "?kind=void&order=largest", """
                {"reversals": [{"amountTetri": 3600}, {"amountTetri": 1800}]}
                """);
        answers(OF_NETWORK + "?order=oldest&from=2026-01-15&to=2026-01-16", """
                {"reversals": [{"nodeId": "VAKE"}, {"nodeId": "GORI"}]}
                """);
        answers(OF_GORI + "?kind=refund", """
                {"reversals": [{"nodeId": "GORI", "kind": "REFUND"}]}
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest", "largest"})
    void pageAfterPageTellsOfEachOnce(String order) {
        ReversalQueries queries = side.bean(ReversalQueries.class);
        AskedReversals first = asked(order, null);
        List<Reversal> all = queries.list(first, 10).reversals();

        Reversals one = queries.list(first, 2);
        Reversals two = queries.list(asked(order, one.next()), 2);

        assertThat(one.reversals()).isEqualTo(all.subList(0, 2));
        assertThat(two.reversals()).isEqualTo(all.subList(2, 3));
        assertThat(two.next()).isNull();
    }

    private static AskedReversals asked(String order, @Nullable String after) {
        return new AskedReversals(null, RequestedPeriod.ALL, null, ReversalOrder.asked(order), after);
    }

    @Test
    void theFileHasARowForEach() {
        assertThat(csv(OF_GORI + ".csv?order=oldest"))
                .startsWith(
                        "Kind,Sale ID,Node ID,Business Day,Recorded At,Amount Tetri,Terminal ID,Reason,Account,Approved By,Position\r\n"
                                + "VOID,GORI:0000000001,GORI,2026-01-16,")
                .contains(",3600,TILL-1,PAYMENT_FAILED,till-4-vake-till-1,,", ",500,TILL-1,QUALITY,owner-7,,")
                .hasLineCount(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=sale",
                "kind=VOID",
                "order=dearest",
                "after=x",
                "after=1-2",
                "order=largest&after=1",
                "after=99999999999999999999",
                "from=2026-02-02&to=2026-02-01",
                "node=GORI"
            })
    void whatCannotBeIsRefused(String query) {
        assertThat(side.status(OF_NETWORK + "?" + query, "ADMIN")).isEqualTo(400);
        assertThat(side.status(OF_NETWORK + ".csv?" + query, "ADMIN")).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN, 200, 200",
        "AUDITOR, 200, 200",
        "FRANCHISEE:GORI, 403, 200",
        "FRANCHISEE:VAKE, 403, 403",
        "POS_TERMINAL:GORI, 403, 403",
        "ANALYST, 403, 403",
    })
    void whoSeesWhich(String role, int network, int node) {
        for (String kind : List.of("", ".csv")) {
            assertThat(side.status(OF_NETWORK + kind, role)).isEqualTo(network);
            assertThat(side.status(OF_GORI + kind, role)).isEqualTo(node);
        }
        assertThat(side.status("/reversals", role)).isEqualTo(network);
        assertThat(side.status("/nodes/GORI/reversals", role)).isEqualTo(node);
    }

    @Test
    void thePageListsThemInWords() {
        assertThat(PageReader.html(side.client(), "/reversals?kind=void"))
                .contains("GORI:0000000001", "Payment failed", "till-4-vake-till-1", "36.00", "As of position")
                .contains("href=\"/api/v1/network/reversals.csv?kind=void")
                .doesNotContain("GORI:0000000002");
        assertThat(PageReader.html(side.clientAs("FRANCHISEE:GORI"), "/nodes/GORI/reversals"))
                .contains("GORI:0000000002", "owner-7", "Quality")
                .doesNotContain("VAKE:0000000001");
        assertThat(PageReader.html(side.client(), "/reversals?from=2026-02-02&to=2026-02-02"))
                .contains("Nothing was taken back.");
    }

    @Test
    void whatCannotBeIsSaidAtTheFormOfThePage() {
        assertThat(PageReader.html(side.client(), "/reversals?from=2026-02-02&to=2026-02-01", 400))
                .contains("role=\"alert\"", "The first day must not be after the last.")
                .contains("value=\"2026-02-02\"", "GORI:0000000002");
        assertThat(PageReader.html(side.client(), "/reversals?kind=%3Cscript%3E", 400))
                .contains("There are voids and refunds, and nothing else.")
                .doesNotContain("<script>");
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

    private String csv(String path) {
        byte[] file = side.client()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith("text/csv")
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(file), UTF_8);
    }
}
