package com.hotpotspot.query.saledesk;

import static com.hotpotspot.query.testing.Dishes.khachapuri;
import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.PageReader;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page where people find a sale, as HTML. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SaleListPageTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final WrittenLog log = new WrittenLog(database);
    private final RunningQuerySide side = RunningQuerySide.on(database);
    private final PageReader pages = new PageReader(side);
    private NodeId vake = new NodeId("UNREGISTERED");

    @BeforeAll
    void network() {
        log.found(NetworkPurpose.LIVE);
        vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        NodeId gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
        log.sell(vake, "1", "2026-01-15T10:00:00Z", khinkali(10), khachapuri(2));
        log.sell(gori, "G-1", "2026-01-16T10:00:00Z", khinkali(1));
        log.sell(vake, "123", "2026-03-01T10:00:00Z", khinkali(1_000));
        side.caughtUpTo(log.head());
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number=VAKE:0000000123",
                "number=0000000123",
                "number=00123",
                "amount=1,800.00",
                "amount=1%20800,00",
                "amount=1%C2%A0800.0",
                "amount=1,800&number=123",
                "least=1800&most=1800.00"
            })
    void whateverPagesShowOfASaleCanBePasted(String pasted) {
        assertThat(pages.html("/sales?" + pasted)).contains("data-sale=\"VAKE:0000000123\"");
    }

    @Test
    void aListLeadsToEachSaleAndGoesOn() {
        for (int number = 1; number <= 51; number++) {
            log.sell(vake, "L" + number, "2026-02-01T10:00:00Z", khinkali(1));
        }
        side.caughtUpTo(log.head());

        String page = pages.html("/sales?from=2026-02-01&to=2026-02-01");

        assertThat(page)
                .contains("href=\"/nodes/VAKE/sales/L51\"", "aria-sort=\"descending\"", "As of position")
                .contains("href=\"/sales?from=2026-02-01&amp;to=2026-02-01&amp;sort=LARGEST\"")
                .doesNotContain("/sales/L1\"", "href=\"/sales?from=2026-02-01&amp;to=2026-02-01\"");
        String next =
                page.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
        assertThat(pages.html(next))
                .contains("/sales/L1\"", "href=\"/sales?from=2026-02-01&amp;to=2026-02-01\"")
                .doesNotContain("rel=\"next\"", "/sales/L51\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number | 4711 4712  | A number has at most 40 letters",
                "number | <b>4711    | A number has at most 40 letters",
                "from   | yesterday  | A day is written like 2026-01-31.",
                "to     | 1999-01-01 | The days must lie between 1 Jan 2000 and 1 Jan 2100.",
                "amount | 1.234.50   | An amount is written like 12.50.",
                "least  | much       | The smallest amount is written like 12.50.",
                "most   | 1e3        | The largest amount is written like 12.50",
            })
    void whatCannotBeIsSaidAtItsFieldAndNothingIsLost(String field, String typed, String wrong) {
        String page = PageReader.html(
                side.clientAs("ADMIN"),
                "/sales?node=VAKE&{field}={typed}"
                        .replace("{field}", field)
                        .replace("{typed}", PageReader.encoded(typed)),
                400);

        assertThat(page)
                .contains("id=\"wrong-" + field + "\"", "aria-describedby=\"wrong-" + field + "\"", wrong)
                .contains("value=\"" + typed.replace("<", "&lt;").replace(">", "&gt;") + "\"")
                .contains("<option value=\"VAKE\" selected=\"selected\">")
                .doesNotContain("<b>4711", "id=\"found\"", "data-state=\"connecting\"");
    }

    @Test
    void daysAndAmountsInTheWrongOrderAreSaidAtOnce() {
        assertThat(PageReader.html(
                        side.clientAs("ADMIN"),
                        "/sales?from=2026-01-02&to=2026-01-01&least=12,50&most=%2012.49%20",
                        400))
                .contains("id=\"wrong-from\"", "The first day must not be after the last.")
                .contains("id=\"wrong-most\"", "is not less than the smallest");
        assertThat(pages.html("/sales?least=9,5&most=%2047.00%20&amount=47")).contains("data-sale=\"VAKE:0000000001\"");
    }

    @Test
    void aFranchiseeChoosesAmongTheirNodes() {
        String page = PageReader.html(side.clientAs("FRANCHISEE:GORI"), "/sales");

        assertThat(page)
                .contains("<option value=\"GORI\"", "href=\"/nodes/GORI/sales/G-1\"", "href=\"/sales\"")
                .doesNotContain("VAKE");
    }

    @Test
    void aNumberThatWouldLeadElsewhereIsReachedWithItsNode() {
        log.sell(vake, "..", "2026-01-20T10:00:00Z", khinkali(1));
        side.caughtUpTo(log.head());

        assertThat(pages.html("/sales?number=..")).contains("href=\"/nodes/VAKE/sales/VAKE:..\"");
        assertThat(pages.html("/nodes/VAKE/sales/VAKE:..")).contains("Sale ..");
    }
}
