package com.hotpotspot.query.overview;

import static com.hotpotspot.query.testing.Dishes.khachapuri;
import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.PagePaths;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The pages as HTML. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnerPageTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final WrittenLog log = new WrittenLog(database);
    private final RunningQuerySide side = RunningQuerySide.on(database);
    private NodeId vake = new NodeId("UNREGISTERED");

    @BeforeAll
    void network() {
        assertThat(html("/")).contains("There is no network yet").doesNotContain("Demo data");
        log.found(NetworkPurpose.DEMO);
        side.caughtUpTo(log.head());
        assertThat(html("/")).contains("has no point of sale yet").contains("Demo data");
        assertThat(html("/audit")).contains("Demo data");
        vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        log.register("GORI", NodeType.FRANCHISE, "Gori");
        log.letIn(WrittenLog.SOMEBODY, Role.AUDITOR);
        side.caughtUpTo(log.head());
        assertThat(html("/")).contains("ready for its first sale");
        log.letIn(WrittenLog.SOMEBODY, Role.ADMIN);
        log.sell(vake, "1", "2026-01-15T10:00:00Z", khinkali(10), khachapuri(2));
        side.caughtUpTo(log.head());
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @Test
    void thePageShowsTheFiguresAndWhereTheyComeFrom() {
        assertThat(html("/"))
                .contains("data-figure=\"revenue\">₾47.00<")
                .contains("As of position", "recorded ", "Tbilisi time")
                .contains("href=\"/api/v1/events?type=sale.recorded\"")
                .contains("href=\"/nodes/VAKE\"")
                .contains("<caption");
    }

    @Test
    void aPageNeedsNothingThatItsPolicyForbids() {
        for (String path : PagePaths.of(side)) {
            assertThat(html(PagePaths.filled(path)))
                    .doesNotContain("style=", "<style", "onclick", "javascript:", "//cdn");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nodes/VAKE"})
    void anOpenPageTakesItsPartsFromItselfWithoutWhatStandsAroundIt(String path) {
        String parts = Pattern.compile("hx-select-oob=\"([^\"]*)\"")
                .matcher(html(path))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        String moving = side.client()
                .get()
                .uri(path)
                .header("HX-Request", "true")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(moving).doesNotContain("<header", "<nav class=\"pages\"", "<form", "<link", "<script");
        for (String part : parts.split(",")) {
            assertThat(moving).contains("id=\"" + part.substring(1, part.indexOf(':')) + '"');
        }
    }

    @Test
    void everyPageLeadsToTheOthersWhomTheyLetIn() {
        assertThat(html("/", "ADMIN")).contains("href=\"/audit\"", "href=\"/audit/witnesses\"");
        assertThat(html("/", "COMPLIANCE_OFFICER"))
                .contains("href=\"/audit\"")
                .doesNotContain("href=\"/audit/witnesses\"");
        assertThat(html("/audit", "ADMIN")).containsPattern("href=\"/audit\"[^>]* aria-current=\"page\"");
    }

    @Test
    void aPeriodIsKeptToThatPeriod() {
        assertThat(html("/?from=2026-02-01&to=2026-02-02")).contains("Nothing was sold in this period.");
    }

    @ParameterizedTest
    @CsvSource({
        "/, 2026-02-02, 2026-02-01, The first day must not be after the last.",
        "/, yesterday, 2026-02-01, That is not a day like 2026-01-31.",
        "/nodes/VAKE, 2026-02-02, 2026-02-01, The first day must not be after the last.",
        "/nodes/VAKE, 2001-01-01, 2099-01-01, 'The days of a period must be no more than: 3,700.'",
        "/nodes/VAKE, 1999-01-01, 2026-01-01, The days must lie between 1 Jan 2000 and 1 Jan 2100.",
    })
    void aPeriodThatCannotBeIsSaidAtTheFormAndTodayIsShown(String path, String from, String to, String wrong) {
        String page = html("%s?from=%s&to=%s".formatted(path, from, to), 400);

        assertThat(page)
                .contains("role=\"alert\"", wrong, "This is today.")
                .contains("name=\"from\" value=\"" + from + "\"", "name=\"to\" value=\"" + to + "\"")
                .contains("data-period=\"latest\"", "data-figure=\"period-revenue\">₾0.00<");
    }

    @Test
    void aPeriodThatPagesDoNotOfferIsSaid() {
        assertThat(html("/?period=%3Cb%3E", 400)).contains("There is no such period.", "This is today.");
    }

    @Test
    void aPageShowsTodayAndLeadsToTheLastDayWithSales() {
        assertThat(html("/"))
                .contains("aria-current=\"true\">Today<", "Revenue by hour", "Today against days before")
                .contains("data-figure=\"period-sales\">0<", "data-figure=\"average-receipt\">–<")
                .contains("href=\"/?from=2026-01-15&amp;to=2026-01-15\">The last day with sales: 15 Jan 2026<");
    }

    @ParameterizedTest
    @CsvSource({"7-days, 7 days", "28-days, 28 days", "month, This month"})
    void aPageOffersPeriodsUpToToday(String period, String name) {
        assertThat(html("/?period=" + period))
                .contains("aria-current=\"true\">" + name + "<", "data-figure=\"period-sales\">0<")
                .doesNotContain("Today against days before");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15, 2026-01-15, Revenue by hour",
        "2026-01-01, 2026-01-31, Revenue by business day",
        "2026-01-01, 2026-06-30, Revenue by week",
        "2024-01-01, 2026-06-30, Revenue by month",
    })
    void aLongPeriodIsDrawnByWeekOrMonth(String from, String to, String title) {
        assertThat(html("/?from=%s&to=%s".formatted(from, to))).contains(title);
    }

    @Test
    void aPeriodIsToldByWeekdayAndHourNodeCityAndCategoryWithItsTokens() {
        assertThat(html("/?from=2026-01-15&to=2026-01-15"))
                .contains("data-figure=\"period-revenue\">₾47.00<", "data-figure=\"average-receipt\">₾47.00<")
                .contains(
                        "<th scope=\"row\"><span aria-hidden=\"true\">Thu</span><span class=\"hidden\">Thursday</span></th>")
                .contains("<td class=\"heat-5\" title=\"₾47.00\"><span>1</span><span class=\"hidden\">: ₾47.00</span>")
                .contains("href=\"/nodes/VAKE?from=2026-01-15&amp;to=2026-01-15\"", "Dumplings", "Bread")
                .contains("data-figure=\"owner-tokens\">0.51<", "data-figure=\"buyer-tokens\">0.49<");
    }

    @Test
    void nothingIsSaidOfAPeriodThatCanBe() {
        assertThat(html("/?from=2026-01-01&to=2026-01-31"))
                .doesNotContain("wrong-period", "aria-invalid", "data-period");
    }

    @Test
    void anUnknownNodeGetsAPageThatSaysSo() {
        assertThat(html("/nodes/NONE")).contains("The network has no such node").contains("<html");
    }

    private String html(String path) {
        return html(path, path.contains("NONE") ? 404 : 200);
    }

    private String html(String path, String role) {
        return html(side.clientAs(role), path, 200);
    }

    private String html(String path, int status) {
        return html(side.client(), path, status);
    }

    private static String html(WebTestClient client, String path, int status) {
        byte[] body = client.get()
                .uri(path.replace("%3Cb%3E", "<b>"))
                .header("Accept", "text/html")
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith("text/html")
                .expectBody()
                .returnResult()
                .getResponseBody();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }
}
