package com.hotpotspot.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.query.testing.Browser;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.TestIssuer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** Wherever signing in goes astray, a person reads what happened and gets on, and a program gets a problem document. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaysOnTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.withPages(database);
    private final TestIssuer issuer = side.issuer();
    private Browser browser = new Browser();

    @BeforeEach
    void anew() {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login/oauth2/code/hotpotspot",
                "/login/oauth2/code/hotpotspot?code=old&state=old",
                "/login/oauth2/code/hotpotspot?error=access_denied",
                "/api/v1/events",
                "/actuator",
            })
    void whoeverIsNotSignedInIsTakenToTheSignIn(String path) {
        HttpResponse<String> told = browser.open(side.url(path));

        assertThat(told.statusCode()).isEqualTo(401);
        assertThat(told.body()).contains("You are not signed in");
        assertThat(browser.open(link(told)).statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverIsSignedInIsNotToldThatTheyAreNot() {
        browser.open(side.url("/"));

        HttpResponse<String> told = browser.open(side.url("/login/oauth2/code/hotpotspot?code=old&state=old"));

        assertThat(told.statusCode()).isEqualTo(401);
        assertThat(told.body()).contains("Signed in as", "That did not work").doesNotContain("You are not signed in");
    }

    @Test
    void aSignInThatWasGivenUpCanBeBegunAgainAndLeadsOnToTheSamePlace() {
        String state = browser.location(side.url("/audit?position=")).replaceAll(".*[?&]state=([^&]*).*", "$1");

        HttpResponse<String> told =
                browser.open(side.url("/login/oauth2/code/hotpotspot?error=access_denied&state=" + state));

        assertThat(told.statusCode()).isEqualTo(401);
        assertThat(told.body()).contains("given up");
        assertThat(browser.open(link(told)).uri()).hasToString(side.url("/audit?position="));
    }

    @Test
    void aFormWhoseSessionIsGoneSaysSoAndLeadsBackToItsPage() {
        HttpResponse<String> page = browser.open(side.url("/audit"));
        browser.submit(side.url("/sign-out"), page);

        HttpResponse<String> told = browser.submit(side.url("/audit"), page);

        assertThat(told.statusCode()).isEqualTo(401);
        assertThat(told.body()).contains("nothing was done with what you sent");
        issuer.reset();
        assertThat(browser.open(link(told)).uri()).hasToString(side.url("/audit"));
    }

    @Test
    void theFormOfATabFromBeforeSigningInAgainSaysSoAndLeadsBackToItsPage() {
        HttpResponse<String> page = browser.open(side.url("/audit"));
        browser.submit(side.url("/sign-out"), page);
        issuer.reset();
        browser.open(side.url("/audit"));

        HttpResponse<String> told = browser.submit(side.url("/audit"), page);

        assertThat(told.statusCode()).isEqualTo(403);
        assertThat(told.body()).contains("too old", "Load it anew");
        assertThat(browser.open(link(told)).statusCode()).isEqualTo(200);
        assertThat(browser.submit(side.url("/sign-out"), told).body()).contains(TestIssuer.QUESTION);
    }

    @Test
    void whoeverSignsOutAfterTheirSessionIsGoneCanSignIn() {
        HttpResponse<String> page = browser.open(side.url("/audit"));
        browser.submit(side.url("/sign-out"), page);

        HttpResponse<String> told = browser.submit(side.url("/sign-out"), page);

        assertThat(told.statusCode()).isEqualTo(401);
        issuer.reset();
        assertThat(browser.open(link(told)).uri()).hasToString(side.url("/"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ANALYST", "POS_TERMINAL", "CUSTOMER"})
    void whoeverHasNoPageIsNotSentToOne(Role role) {
        issuer.people(role.needsNodes() ? role + ":VAKE" : role.needsHolder() ? role + ":somebody" : role.name());

        for (String path : new String[] {"/", "/audit", "/nothing"}) {
            HttpResponse<String> told = browser.open(side.url(path));

            assertThat(told.statusCode()).isIn(403, 404);
            assertThat(told.body())
                    .contains("Signed in as", "Sign out", "/v3/api-docs")
                    .doesNotContain("To the network&#39;s page", "To the network's page");
        }
        assertThat(browser.get(side.url("/v3/api-docs")).statusCode()).isEqualTo(200);
        assertThat(browser.submit(side.url("/sign-out"), browser.open(side.url("/")))
                        .body())
                .contains(TestIssuer.QUESTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/audit",
                "/nothing",
                "/api/v1/events",
                "/api/v1/nothing",
                "/actuator/info",
                "/login/oauth2/code/hotpotspot?code=old&state=old",
                "/login/oauth2/code/other"
            })
    void aProgramIsNeverAnsweredAsAPersonNorTheOtherWayRound(String path) {
        for (String accept :
                new String[] {"*/*", "application/json", "application/json, text/html;q=0.5", "text/csv", "yaml", ""}) {
            EntityExchangeResult<byte[]> answer = ask(path, accept);
            assertThat(answer.getStatus().value()).as(accept).isEqualTo(401);
            assertThat(answer.getResponseHeaders().getContentType())
                    .as(accept)
                    .isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        }
        for (String accept :
                new String[] {"text/html", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}) {
            EntityExchangeResult<byte[]> answer = ask(path, accept);
            if (answer.getStatus().is3xxRedirection()) {
                assertThat(answer.getResponseHeaders().getLocation()).isNotNull();
            } else {
                assertThat(MediaType.TEXT_HTML.isCompatibleWith(
                                answer.getResponseHeaders().getContentType()))
                        .isTrue();
            }
        }
    }

    private EntityExchangeResult<byte[]> ask(String path, String accept) {
        return side.nobody()
                .get()
                .uri(path)
                .header(HttpHeaders.ACCEPT, accept)
                .exchange()
                .expectBody()
                .returnResult();
    }

    /** The way on that the page's main part offers. */
    private String link(HttpResponse<String> page) {
        String main = page.body().replaceAll("(?s).*<main", "");
        return side.url(main.replaceAll("(?s).*?<a href=\"([^\"]+)\".*", "$1").replace("&amp;", "&"));
    }
}
