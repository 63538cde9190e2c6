package com.hotpotspot.query.rebuild;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.Browser;
import com.hotpotspot.query.testing.KeptProjections;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an administrator sees of the projections and does about them, over a log with a sale that cannot be taken in.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectionsPageTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.withPages(database);
    private final JdbcClient jdbc = JdbcClient.create(database.as("hps_query"));
    private Browser browser = new Browser();

    @BeforeAll
    void network() {
        WrittenLog log = new WrittenLog(database);
        log.found(NetworkPurpose.LIVE);
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        log.sell(vake, "1", "2026-01-15T10:00:00Z", khinkali(1));
        log.sell(vake, "2", "-999999999-01-02T00:00:00Z", khinkali(1));
        side.caughtUpTo(log.head());
    }

    @BeforeEach
    void everybodyIsAdministrator() {
        browser = new Browser();
        side.issuer().reset();
    }

    @AfterEach
    void leave() {
        browser.close();
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NETWORK_OWNER", "REGULATOR", "AUDITOR"})
    void whoWatchesOverTheFiguresSeesHowProjectionsStandAndCanDoNothingAboutIt(String role) {
        side.issuer().people(role);

        HttpResponse<String> page = page();

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(KeptProjections.names())
                .allSatisfy(name -> assertThat(page.body()).contains("data-projection=\"" + name + "\""));
        assertThat(page.body())
                .contains("href=\"/projections\"", "hx-select-oob", "data-parked=\"sales-6\"")
                .doesNotContain("action=\"/projections", "style=", "onclick");
        assertThat(submit("/projections/wallets/rebuild", page).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMPLIANCE_OFFICER", "COMPLIANCE_HEAD", "FRANCHISEE:VAKE", "ANALYST"})
    void thePageIsForNobodyElse(String role) {
        side.issuer().people(role);

        assertThat(page().statusCode()).isEqualTo(403);
    }

    @Test
    void anAdministratorHasAProjectionFilledAnewAndDropsWhatAnsweredBefore() {
        HttpResponse<String> begun = submit("/projections/wallets/rebuild", page());

        assertThat(begun.uri()).hasToString(side.url("/projections"));
        assertThat(begun.body()).contains("data-version=\"wallets-");
        HttpResponse<String> filled = pageOnce(page -> page.contains("/projections/wallets/versions/1/drop"));
        assertThat(filled.body())
                .contains("answered before", "filled ")
                .doesNotContain("/projections/wallets/versions/2/drop");

        HttpResponse<String> dropped = submit("/projections/wallets/versions/1/drop", filled);

        assertThat(dropped.statusCode()).isEqualTo(200);
        assertThat(dropped.body()).doesNotContain("data-version=\"wallets-");
    }

    @Test
    void whoHasLookedAtWhatDiffersTakesIt() {
        jdbc.sql("update q_network_v1.node set city = 'Elsewhere'").update();
        submit("/projections/network/rebuild", page());
        HttpResponse<String> differing = pageOnce(page -> page.contains("says something else"));
        assertThat(differing.body())
                .contains("What differs:", "they say something else in city", "Take it")
                .containsPattern("<span lang=\"en\">[^<]*node");

        submit("/projections/network/versions/2/accept", differing);

        pageOnce(page -> page.contains("/projections/network/versions/1/drop"));
    }

    @Test
    void aParkedEventIsLedToAndTriedAgain() {
        HttpResponse<String> page = page();
        assertThat(page.body())
                .contains("href=\"/explorer/events/6\"", "<code>sale.recorded</code>")
                .contains("action=\"/projections/sales/parked/6/retry\"")
                .doesNotContain("999999999");

        HttpResponse<String> tried = submit("/projections/sales/parked/6/retry", page);

        assertThat(tried.uri()).hasToString(side.url("/projections?tried=6"));
        assertThat(tried.body()).contains("The event at position 6 could not be taken in this time, either.");
        assertThat(browser.open(side.url("/projections?tried=3")).body()).doesNotContain("this time, either");
        assertThat(browser.open(side.url("/projections?tried=six")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPageWhoseFiguresAreWithoutEventsLeadsThere() {
        assertThat(browser.open(side.url("/")).body()).containsPattern("taken in: 2.*\\s*<a href=\"/projections\"");
        side.issuer().people("FRANCHISEE:VAKE");
        try (Browser franchisee = new Browser()) {
            assertThat(franchisee.open(side.url("/nodes/VAKE")).body())
                    .contains("taken in: 2")
                    .doesNotContain("/projections");
        }
    }

    @Test
    void whatNoPageHasSentIsNotDone() {
        page();

        HttpResponse<String> refused = browser.submitForged(side.url("/projections/witness/rebuild"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("This page is too old", "href=\"/projections/witness/rebuild\"");
        assertThat(browser.open(side.url("/projections/witness/rebuild")).uri())
                .as("whoever loads it anew")
                .hasToString(side.url("/projections"));
        assertThat(page().body()).doesNotContain("data-version=\"witness-");
    }

    @Test
    void aRefusalIsSaidInTheLanguageOfThePageAndLeadsBackToIt() {
        browser.submitWith(side.url("/language"), page(), "language=ka&back=%2Fprojections");
        HttpResponse<String> page = page();
        assertThat(page.body()).contains("<h1>პროექციები</h1>", "აკლია მოვლენები");

        HttpResponse<String> refused = submit("/projections/node_sales/versions/1/drop", page);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("პროექციას ასეთი ვერსია არ აქვს, ან სწორედ ის მოქმედებს.")
                .contains("<a href=\"/projections\">პროექციების გვერდზე</a>");
        assertThat(submit("/projections/node_sales/parked/3/retry", page).body())
                .contains("პროექციას ამ პოზიციის მოვლენა არ აკლია.");
        assertThat(submit("/projections/elsewhere/rebuild", page).statusCode()).isEqualTo(404);
        assertThat(submit("/projections/sales/versions/0/accept", page).statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> page() {
        return browser.open(side.url("/projections"));
    }

    private HttpResponse<String> pageOnce(Predicate<String> isSo) {
        return await().atMost(Duration.ofSeconds(30)).until(this::page, page -> isSo.test(page.body()));
    }

    private HttpResponse<String> submit(String door, HttpResponse<String> page) {
        return browser.submit(side.url(door), page);
    }
}
