package com.hotpotspot.query.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.query.testing.Browser;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.TestCommandSide;
import com.hotpotspot.query.testing.WrittenLog;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form of a page leads to, and what is shown afterwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelayTest {

    private static final String KEY = "&.key=0190f3c1-0000-7000-8000-000000000001";
    private static final String NODE = "nodeId=VAKE&aboveTetri%3Alari=12.50&.back=%2Fprojections%3Fa%3Db" + KEY;

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final TestCommandSide commandSide = new TestCommandSide();
    private final RunningQuerySide side =
            RunningQuerySide.withPages(database, "hotpotspot.relay.command-side=" + commandSide.address());
    private Browser browser = new Browser();

    @BeforeEach
    void somebodyNew() {
        browser = new Browser();
        side.issuer().reset();
        commandSide.sent().clear();
    }

    @AfterEach
    void leave() {
        browser.close();
    }

    @AfterAll
    void close() {
        side.close();
        commandSide.close();
        database.close();
    }

    @Test
    void aFormIsPassedOnWithTheTokenOfThePersonWhichNoBrowserSees() {
        commandSide.records(-1, "");

        HttpResponse<String> shown = submit("/do/nodes", NODE);

        assertThat(commandSide.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.line()).isEqualTo("POST /api/v1/nodes");
            assertThat(sent.body()).isEqualTo("{\"nodeId\":\"VAKE\",\"aboveTetri\":1250}");
            assertThat(sent.key()).isEqualTo("0190f3c1-0000-7000-8000-000000000001");
            assertThat(sent.authorization()).startsWith("Bearer ey");
            assertThat(sent.cookie()).isNull();
            String token = String.valueOf(sent.authorization()).substring("Bearer ".length());
            assertThat(shown.body()).doesNotContain(token);
            assertThat(browser.cookies().values()).noneMatch(cookie -> cookie.contains(token));
        });
    }

    @Test
    void thePageThatItCameFromSaysOnceWhereItIsRecordedAndShowsWhatIs() {
        WrittenLog log = new WrittenLog(database);
        log.found(NetworkPurpose.LIVE);
        long position = log.head();
        commandSide.records(position, "");

        HttpResponse<String> shown = submit("/do/nodes", NODE);

        assertThat(shown.uri()).hasToString(side.url("/projections?a=b"));
        assertThat(shown.body())
                .contains("Done. It is recorded at position " + position + ".", "role=\"status\"")
                .doesNotContain("has not come so far");
        assertThat(page().body()).doesNotContain("Done.");
    }

    @Test
    void whereNothingChangedNothingIsSaidToBeDone() {
        WrittenLog log = new WrittenLog(database);
        commandSide.hadRecorded(log.head(), "");
        assertThat(submit("/do/nodes", NODE).body())
                .contains("It was so already, since position ", "role=\"status\"")
                .doesNotContain("Done.");

        commandSide.hadRecorded(-1, "");
        browser.submitWith(side.url("/language"), page(), "language=ru&back=%2Fprojections");

        assertThat(submit("/do/nodes", NODE).body()).contains("Так уже было.").doesNotContain("Готово");
    }

    @Test
    void aPageThatHasNotComeToWhatWasDoneSaysSo() {
        commandSide.records(1_000_000, "");

        assertThat(submit("/do/nodes", NODE).body()).contains("This page has not come so far yet");
    }

    @Test
    void whatIsDoneLeadsOnToWhereTheFormSays() {
        commandSide.records(-1, ",\"nodeId\":\"A B/../?x\"");

        HttpResponse<String> shown = submit("/do/nodes", NODE + "&.next=%2Fprojections%3Fnode%3D%7BnodeId%7D");

        assertThat(shown.uri()).hasToString(side.url("/projections?node=A+B%2F..%2F%3Fx"));
        assertThat(shown.body()).contains("Done.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/", "//example.org", "javascript:alert(1)", "/\\example.org"})
    void nobodyIsSentElsewhere(String elsewhere) {
        commandSide.records(-1, "");

        HttpResponse<String> shown = submit("/do/nodes", "a=b&.back=" + elsewhere.replace("\\", "%5C") + KEY);

        assertThat(shown.uri()).hasToString(side.url("/"));
    }

    @Test
    void aRefusalIsSaidByItsCodeInTheLanguageOfThePerson() {
        commandSide.refuses(409, "network-not-founded", "");
        assertThat(submit("/do/nodes", NODE).body())
                .contains("role=\"alert\"", "There is no network yet. Found it first.")
                .doesNotContain("Said in English.");

        browser.submitWith(side.url("/language"), page(), "language=ka&back=%2Fprojections");

        assertThat(submit("/do/nodes", NODE).body()).contains("ქსელი ჯერ არ არის.");
        commandSide.refuses(403, "forbidden", "");
        assertThat(submit("/do/nodes", NODE).body()).contains("თქვენი არცერთი როლი ამის უფლებას არ იძლევა.");
        commandSide.refuses(418, "of-a-later-build", "");
        assertThat(submit("/do/nodes", NODE).body()).contains("უარი ეთქვა.");
    }

    @Test
    void whatCannotBeReadIsNotPassedOn() {
        assertThat(submit("/do/nodes", "aboveTetri%3Alari=much&.back=%2Fprojections" + KEY)
                        .body())
                .contains("Something is not as it must be.");
        assertThat(commandSide.sent()).isEmpty();
    }

    @Test
    void whereNoAnswerComesNobodyKnowsWhetherItWasDone() {
        commandSide.isSilent();

        assertThat(submit("/do/nodes", NODE).body()).contains("The command side did not answer");
    }

    @Test
    void whatNoPageHasSentIsNotPassedOn() {
        page();

        assertThat(browser.submitForged(side.url("/do/nodes")).statusCode()).isEqualTo(403);
        assertThat(browser.open(side.url("/do/nodes")).uri())
                .as("whoever loads it anew")
                .hasToString(side.url("/"));
        assertThat(submit("/do/nodes", "nodeId=VAKE").statusCode())
                .as("without a key")
                .isEqualTo(400);
        assertThat(submit("/do/nodes/..%2F..%2Foauth2", NODE).statusCode()).isEqualTo(400);
        assertThat(submit("/do/nodes?x=y", NODE).statusCode()).isEqualTo(400);
        assertThat(commandSide.sent()).isEmpty();
    }

    @Test
    void aProgramGoesToTheCommandSideItself() {
        side.client()
                .post()
                .uri("/do/nodes")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .bodyValue(NODE)
                .exchange()
                .expectStatus()
                .isUnauthorized();
        assertThat(commandSide.sent()).isEmpty();
    }

    private HttpResponse<String> page() {
        return browser.open(side.url("/projections"));
    }

    private HttpResponse<String> submit(String door, String form) {
        return browser.submitWith(side.url(door), page(), form);
    }
}
