package com.hotpotspot.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.Browser;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.TestIssuer;
import com.hotpotspot.query.testing.WrittenLog;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How people sign in and out on the pages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.withPages(database);
    private final TestIssuer issuer = side.issuer();
    private Browser browser = new Browser();

    @BeforeAll
    void network() {
        WrittenLog log = new WrittenLog(database);
        log.found(NetworkPurpose.LIVE);
        log.register("VAKE", NodeType.FRANCHISE, "Tbilisi");
        log.register("GORI", NodeType.FRANCHISE, "Gori");
        side.caughtUpTo(log.head());
    }

    @BeforeEach
    void everybodyIsAdministrator() {
        browser = new Browser();
        issuer.reset();
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

    @Test
    void whoeverAsksForAPageSignsInAtTheIssuerAndSeesIt() {
        HttpResponse<String> page = browser.open(side.url("/nodes/VAKE?from=2026-01-01&to=2026-01-31"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri()).hasToString(side.url("/nodes/VAKE?from=2026-01-01&to=2026-01-31"));
        assertThat(page.body()).contains("<h1><span>VAKE", "Signed in as", ">administrator<");
        assertThat(issuer.signIns()).isEqualTo(1);

        browser.open(side.url("/"));
        assertThat(issuer.signIns()).isEqualTo(1);
    }

    @Test
    void aSessionOpensTheDoorsThatPagesLinkTo() {
        browser.open(side.url("/"));

        assertThat(browser.get(side.url("/api/v1/events")).statusCode()).isEqualTo(200);
        assertThat(browser.get(side.url("/api/v1/network/stats")).statusCode()).isEqualTo(200);
        assertThat(browser.get(side.url("/")).statusCode()).isEqualTo(200);
    }

    @Test
    void onlyARequestForAPageIsSentToTheIssuer() {
        for (String path : List.of("/api/v1/network/stats", "/api/v1/events", "/live", "/actuator")) {
            assertThat(browser.open(side.url(path)).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(browser.get(side.url("/")).statusCode()).isEqualTo(401);
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void theSessionIsKeptInACookieThatScriptsAndOtherSitesCannotUse() {
        browser.open(side.url("/"));

        assertThat(browser.setCookies("HPS-PAGES"))
                .singleElement()
                .asString()
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax", "Path=/");
        assertThat(browser.setCookies("HPS-SIGN-IN"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .containsIgnoringCase("HttpOnly")
                        .contains("SameSite=Lax", "Path=/login/oauth2/code/hotpotspot"));
        assertThat(browser.cookies()).containsOnlyKeys("HPS-PAGES");
    }

    @Test
    void aSessionFromBeforeSigningInIsNotTheOneAfter() {
        browser.open(side.url("/"));
        String before = browser.cookies().get("HPS-PAGES");
        browser.open(side.url("/oauth2/authorization/hotpotspot"));

        assertThat(browser.cookies().get("HPS-PAGES")).isNotNull().isNotEqualTo(before);
    }

    @Test
    void pagesInSeveralTabsMaySignInAtTheSameMoment() {
        String one = browser.location(side.url("/nodes/VAKE"));
        String other = browser.location(side.url("/nodes/GORI"));

        assertThat(browser.open(one).uri()).hasToString(side.url("/nodes/VAKE"));
        assertThat(browser.open(other).uri()).hasToString(side.url("/nodes/GORI"));
    }

    @Test
    void whenTimeIsUpAPageSignsInAgainAndTheRestSaysSo() {
        issuer.lifetime(Duration.ofSeconds(2));
        browser.open(side.url("/"));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> browser.get(side.url("/")).statusCode() == 401);
        assertThat(browser.get(side.url("/api/v1/network/stats")).statusCode()).isEqualTo(401);

        issuer.lifetime(Duration.ofMinutes(10));
        assertThat(browser.open(side.url("/")).statusCode()).isEqualTo(200);

        assertThat(issuer.signIns()).isEqualTo(2);
        assertThat(browser.get(side.url("/")).statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverSignsOutIsSignedOutHereAndAtTheIssuer() {
        HttpResponse<String> page = browser.open(side.url("/"));

        HttpResponse<String> after = browser.submit(side.url("/sign-out"), page);

        assertThat(after.body()).contains(TestIssuer.QUESTION);
        assertThat(browser.get(side.url("/api/v1/network/stats")).statusCode()).isEqualTo(401);
    }

    @Test
    void nobodyIsSignedOutBySomebodyElsesForm() {
        browser.open(side.url("/"));

        HttpResponse<String> refused = browser.submitForged(side.url("/sign-out"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(browser.open(side.url("/")).body()).contains("Signed in as");
        assertThat(issuer.signIns()).isEqualTo(1);
    }

    @Test
    void whoeverMaySeeNoPageIsToldSoAndCanSignOut() {
        issuer.people("ANALYST");

        HttpResponse<String> refused = browser.open(side.url("/"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("None of your roles", "Signed in as", "Sign out");
        assertThat(browser.submit(side.url("/sign-out"), refused).body()).contains(TestIssuer.QUESTION);
    }

    @Test
    void aFranchiseeIsShownTheirOwnNodesAndNoWayToOthers() {
        issuer.people("FRANCHISEE:VAKE");

        HttpResponse<String> page = browser.open(side.url("/"));

        assertThat(page.uri()).hasToString(side.url("/nodes/VAKE"));
        assertThat(page.body())
                .contains("<h1><span>VAKE")
                .doesNotContain("GORI", "/api/v1/events", "/api/v1/exports", "The network</a>");
        assertThat(browser.open(side.url("/nodes/GORI")).statusCode()).isEqualTo(403);
    }

    @Test
    void aFranchiseeOfSeveralNodesGetsFromOneToTheNext() {
        issuer.people("FRANCHISEE:VAKE", "FRANCHISEE:GORI");

        HttpResponse<String> page = browser.open(side.url("/"));

        assertThat(page.uri()).hasToString(side.url("/nodes/GORI"));
        assertThat(page.body()).contains("href=\"/nodes/VAKE\"");
    }

    @Test
    void anAnswerOfTheIssuerThatNobodyAskedForIsRefused() {
        String answer = browser.location(browser.location(side.url("/")));
        assertThat(answer).startsWith(side.url("/login/oauth2/code/hotpotspot?code="));

        try (Browser other = new Browser()) {
            assertThat(other.open(answer).statusCode()).isEqualTo(401);
        }
        assertThat(browser.open(answer.replaceAll("state=[^&]*", "state=0123456789012345678901234567890123456789"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.open(answer.replaceAll("code=[^&]*", "code=guessed")).statusCode())
                .isEqualTo(401);
        assertThat(browser.cookies()).doesNotContainKey("HPS-PAGES");
    }

    @Test
    void anIssuerThatIsAwayInTheMiddleIsAnOutage() {
        String answer = browser.location(browser.location(side.url("/")));
        issuer.away(true);

        assertThat(browser.open(answer).statusCode()).isEqualTo(503);

        issuer.away(false);
        assertThat(browser.open(side.url("/")).statusCode()).isEqualTo(200);
    }

    @Test
    void pagesAreShownUnderTheNameOfThisMachineOnly() {
        String byNumber = side.url("/nodes/VAKE?from=2026-01-01").replace("localhost", "127.0.0.1");

        assertThat(browser.location(byNumber)).isEqualTo(side.url("/nodes/VAKE?from=2026-01-01"));
        assertThat(browser.location(side.url("//example.org/").replace("localhost", "127.0.0.1")))
                .startsWith(side.url("/"));
        assertThat(browser.get(side.url("/api/v1/health").replace("localhost", "127.0.0.1"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobodyIsSentToAnotherSiteAfterSigningIn() {
        browser.open(side.url("//example.org/"));

        assertThat(browser.visited()).allMatch(host -> host.equals("localhost"));
    }

    @Test
    void aFormMayLeadToTheIssuerAndNowhereElse() {
        assertThat(browser.open(side.url("/")).headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("form-action 'self' " + issuer.address() + ";");
    }
}
