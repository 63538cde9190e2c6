package com.hotpotspot.query.saledesk;

import static com.hotpotspot.query.saledesk.SalesSearch.DOOR;
import static com.hotpotspot.query.saledesk.SalesSearch.answer;
import static com.hotpotspot.query.saledesk.SalesSearch.found;
import static com.hotpotspot.query.saledesk.SalesSearch.ids;
import static com.hotpotspot.query.testing.Dishes.khachapuri;
import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sales are found, by whom, and in which order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindingSalesTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final WrittenLog log = new WrittenLog(database);
    private final RunningQuerySide side = RunningQuerySide.on(database);

    @BeforeAll
    void network() {
        log.found(NetworkPurpose.LIVE);
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        NodeId gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
        log.register("QUIET", NodeType.FRANCHISE, "Gori");
        log.sell(vake, "1", "2026-01-15T10:00:00Z", khinkali(10));
        // Half past midnight of the next day in Tbilisi.
        log.sell(vake, "2", "2026-01-15T20:30:00Z", khinkali(5));
        log.sell(vake, "A-3", "2026-01-17T10:00:00Z", khachapuri(1));
        log.sell(gori, "1", "2026-01-16T12:00:00Z", khinkali(10));
        log.sell(gori, "4", "2026-01-16T12:00:00Z", khachapuri(10));
        log.takeBack(vake, "2");
        log.refund(vake, "A-3", "R-1", 100);
        log.refund(vake, "A-3", "R-2", 50);
        side.caughtUpTo(log.head());
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                       | VAKE:A-3 GORI:4 GORI:1 VAKE:2 VAKE:1",
                "number=1                               | GORI:1 VAKE:1",
                "number=1&node=VAKE                     | VAKE:1",
                "number=A-3                             | VAKE:A-3",
                "number=a-3                             | ",
                "node=GORI                              | GORI:4 GORI:1",
                "node=QUIET                             | ",
                "from=2026-01-16                        | VAKE:A-3 GORI:4 GORI:1 VAKE:2",
                "to=2026-01-15                          | VAKE:1",
                "from=2026-01-16&to=2026-01-16          | GORI:4 GORI:1 VAKE:2",
                "totalTetri=1800                        | GORI:1 VAKE:1",
                "totalTetri=1800&to=2026-01-15          | VAKE:1",
                "leastTetri=1450                        | VAKE:A-3 GORI:4 GORI:1 VAKE:1",
                "mostTetri=1450                         | VAKE:A-3 VAKE:2",
                "leastTetri=1000&mostTetri=2000         | VAKE:A-3 GORI:1 VAKE:1",
                "state=VOIDED                           | VAKE:2",
                "state=REFUNDED                         | VAKE:A-3",
                "state=RECORDED&node=VAKE               | VAKE:1",
                "state=VOIDED&node=GORI                 | ",
                "sort=EARLIEST                          | VAKE:1 VAKE:2 GORI:1 GORI:4 VAKE:A-3",
                "sort=LARGEST                           | GORI:4 GORI:1 VAKE:1 VAKE:A-3 VAKE:2",
                "sort=SMALLEST&node=VAKE                | VAKE:2 VAKE:A-3 VAKE:1",
                "from=2026-01-16&leastTetri=1000&state=RECORDED&sort=SMALLEST | GORI:1 GORI:4",
            })
    void salesAreFoundByWhatIsAskedFor(String query, String found) {
        assertThat(found(side.client(), query)).isEqualTo(found == null ? List.of() : List.of(found.split(" ")));
    }

    @Test
    void aSaleThatIsFoundTellsWhatBecameOfIt() {
        side.client()
                .get()
                .uri(DOOR + "?number=A-3")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"data": {"sales": [{
                          "saleId": "VAKE:A-3", "nodeId": "VAKE", "saleNumber": "A-3", "state": "REFUNDED",
                          "soldAt": "2026-01-17T10:00:00Z", "day": "2026-01-17", "totalTetri": 1450,
                          "refundedTetri": 150, "position": 13}]}}
                        """)
                .jsonPath("$.data.next")
                .doesNotExist()
                .jsonPath("$.data.position")
                .isEqualTo(log.head());
    }

    @ParameterizedTest
    @CsvSource({"LATEST", "EARLIEST", "LARGEST", "SMALLEST"})
    void aListGoesOnWhereItEndedWhateverIsSoldMeanwhile(String sort) {
        NodeId batumi = log.register("B-" + sort, NodeType.FRANCHISE, "Batumi");
        for (int number = 1; number <= 7; number++) {
            // Two each at the same time, and amounts that come again.
            log.sell(batumi, "" + number, "2026-02-0" + (number + 1) / 2 + "T10:00:00Z", khinkali(1 + number % 3));
        }
        side.caughtUpTo(log.head());
        String query = "node=" + batumi + "&sort=" + sort;
        List<String> whole = found(side.client(), query);
        assertThat(whole).hasSize(7);
        List<String> parts = new ArrayList<>();
        String next = "";
        for (int part = 1; next != null; part++) {
            Map<String, Object> answer =
                    answer(side.client(), query + "&limit=2" + (next.isEmpty() ? "" : "&after=" + next));
            parts.addAll(ids(answer));
            next = (String) answer.get("next");
            if (part <= 3) {
                log.sell(batumi, "new-" + part, "2026-02-09T10:00:00Z", khinkali(50));
                log.sell(batumi, "old-" + part, "2026-01-01T10:00:00Z", khachapuri(50));
                log.takeBack(batumi, Integer.toString(part));
                side.caughtUpTo(log.head());
            }
        }

        assertThat(parts.stream().filter(whole::contains)).isEqualTo(whole);
        assertThat(parts).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number=007            | number",
                "number=a/b            | number",
                "from=yesterday        | from",
                "to=1999-01-01         | to",
                "from=2026-01-02&to=2026-01-01 | from",
                "totalTetri=12.50      | totalTetri",
                "leastTetri=-1         | leastTetri",
                "leastTetri=2&mostTetri=1 | mostTetri",
                "state=GONE            | state",
                "sort=sold_at          | sort",
                "after=4711            | after",
                "after=1_1_99999999999999999999 | after",
                "limit=0               | limit",
                "limit=501             | limit",
                "number=1&number=2     | number",
                "colour=red            | colour",
                "atLeast=soon          | atLeast",
            })
    void whatCannotBeIsRefusedByItsName(String query, String field) {
        side.client()
                .get()
                .uri(DOOR + '?' + query)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NETWORK_OWNER", "REGULATOR", "AUDITOR", "COMPLIANCE_OFFICER", "COMPLIANCE_HEAD"})
    void whoseBusinessIsTheNetworkFindsAllSales(String role) {
        assertThat(found(side.clientAs(role), "number=1")).containsExactly("GORI:1", "VAKE:1");
    }

    @Test
    void aFranchiseeFindsTheSalesOfTheirNodesAlone() {
        assertThat(found(side.clientAs("FRANCHISEE:GORI"), "to=2026-01-31")).containsExactly("GORI:4", "GORI:1");
        assertThat(found(side.clientAs("FRANCHISEE:GORI"), "number=1")).containsExactly("GORI:1");
        assertThat(found(side.clientAs("FRANCHISEE:GORI"), "number=2")).isEmpty();
        assertThat(found(side.clientAs("FRANCHISEE:GORI", "FRANCHISEE:VAKE"), "to=2026-01-31&sort=EARLIEST"))
                .containsExactly("VAKE:1", "VAKE:2", "GORI:1", "GORI:4", "VAKE:A-3");
    }

    /** In the same words, so that nobody learns which nodes there are. */
    @ParameterizedTest
    @ValueSource(strings = {"VAKE", "NONE", "no-node", "GORI "})
    void nodesThatAreNotAFranchiseesAreAllTheSameToThem(String node) {
        side.clientAs("FRANCHISEE:GORI")
                .get()
                .uri(uri -> uri.path(DOOR).queryParam("node", node).build())
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("Your role is not about this node.");
    }

    @Test
    void aNodeThatThereIsNotIsNamedToTheOffice() {
        assertThat(side.status(DOOR + "?node=NONE", "ADMIN")).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POS_TERMINAL:VAKE", "CUSTOMER:somebody", "ANALYST"})
    void nobodyElseFindsAny(String role) {
        assertThat(side.status(DOOR, role)).isEqualTo(403);
        assertThat(side.status("/sales", role)).isEqualTo(403);
    }
}
