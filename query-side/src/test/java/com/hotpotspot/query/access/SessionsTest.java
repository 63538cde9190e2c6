package com.hotpotspot.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.query.testing.Browser;
import com.hotpotspot.query.testing.RunningQuerySide;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.InMemoryWebSessionStore;

/** How many sessions there are, whose, and for how long. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionsTest {

    private static final String DOOR = "/api/v1/network/stats";

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void aSessionEndsSomeTimeAfterItBeganHoweverOftenItIsUsed() {
        try (RunningQuerySide side = RunningQuerySide.withPages(database, "hotpotspot.sessions.lifetime=3s");
                Browser browser = new Browser()) {
            browser.open(side.url("/audit"));
            String session = browser.cookies().get("HPS-PAGES");
            assertThat(browser.get(side.url(DOOR)).statusCode()).isEqualTo(200);

            await().until(() -> browser.get(side.url(DOOR)).statusCode() == 401);
            assertThat(browser.open(side.url("/audit")).statusCode()).isEqualTo(200);
            assertThat(side.issuer().signIns()).isEqualTo(2);
            assertThat(browser.cookies().get("HPS-PAGES")).isNotEqualTo(session);
        }
    }

    @Test
    void forEachSessionTooManyOfAnAccountItsOldestEnds() {
        try (RunningQuerySide side = RunningQuerySide.withPages(database, "hotpotspot.sessions.per-account=2");
                Browser first = new Browser();
                Browser second = new Browser();
                Browser third = new Browser();
                Browser another = new Browser()) {
            side.issuer().peopleOf("another", null);
            another.open(side.url("/audit"));
            side.issuer().reset();
            List.of(first, second, third).forEach(browser -> browser.open(side.url("/audit")));

            assertThat(first.get(side.url(DOOR)).statusCode()).isEqualTo(401);
            for (Browser browser : List.of(second, third, another)) {
                assertThat(browser.get(side.url(DOOR)).statusCode()).isEqualTo(200);
            }
            assertThat(kept(side)).isEqualTo(3);
        }
    }

    @Test
    void forEachSessionTooManyTheOldestOfAllEnds() {
        try (RunningQuerySide side = RunningQuerySide.withPages(database, "hotpotspot.sessions.in-all=2");
                Browser first = new Browser();
                Browser second = new Browser();
                Browser third = new Browser()) {
            int number = 0;
            for (Browser browser : List.of(first, second, third)) {
                side.issuer().peopleOf("person-" + number++, null);
                browser.open(side.url("/audit"));
            }

            assertThat(first.get(side.url(DOOR)).statusCode()).isEqualTo(401);
            assertThat(second.get(side.url(DOOR)).statusCode()).isEqualTo(200);
            assertThat(third.get(side.url(DOOR)).statusCode()).isEqualTo(200);
            assertThat(kept(side)).isEqualTo(2);
        }
    }

    @Test
    void onlySoManyAreFinishedFromOneAddress() {
        try (RunningQuerySide strict =
                        RunningQuerySide.withPages(database, "hotpotspot.limits.sign-ins.per-address=3");
                Browser browser = new Browser()) {
            List<Integer> answers = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                String guess =
                        browser.location(browser.location(strict.url("/"))).replaceAll("code=[^&]*", "code=guessed");
                answers.add(browser.open(guess).statusCode());
            }

            assertThat(answers).startsWith(401, 401, 401).contains(429).doesNotContain(200, 500);
            assertThat(strict.issuer().codeRequests()).isLessThan(10);
        }
    }

    /** Signing in again in the same browser takes the place of the session before. */
    @Test
    void whoeverSignsInAgainHasOneSession() {
        try (RunningQuerySide side = RunningQuerySide.withPages(database);
                Browser browser = new Browser()) {
            for (int i = 0; i < 5; i++) {
                browser.open(side.url("/oauth2/authorization/hotpotspot"));
            }
            assertThat(browser.get(side.url(DOOR)).statusCode()).isEqualTo(200);
            assertThat(kept(side)).isEqualTo(1);
        }
    }

    @Test
    void nothingIsKeptForWhoeverHasNotSignedIn() {
        try (RunningQuerySide side = RunningQuerySide.withPages(database)) {
            for (String path : List.of(
                    "/",
                    "/audit",
                    "/nothing",
                    "/sign-out",
                    DOOR,
                    "/oauth2/authorization/hotpotspot",
                    "/oauth2/authorization/hotpotspot?to=/audit",
                    "/login/oauth2/code/hotpotspot?code=made-up&state=made-up")) {
                for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.POST)) {
                    for (String accept : List.of("text/html", "*/*")) {
                        side.nobody()
                                .method(method)
                                .uri(side.url(path))
                                .header(HttpHeaders.ACCEPT, accept)
                                .header(HttpHeaders.COOKIE, "HPS-PAGES=made-up; HPS-SIGN-IN-0=made-up")
                                .exchange()
                                .returnResult(byte[].class)
                                .getResponseBodyContent();
                    }
                }
            }
            assertThat(kept(side)).isZero();
        }
    }

    @Test
    void nothingIsKeptOfWhoeverHasSignedOut() {
        try (RunningQuerySide side = RunningQuerySide.withPages(database);
                Browser browser = new Browser()) {
            browser.submit(side.url("/sign-out"), browser.open(side.url("/audit")));

            assertThat(kept(side)).isZero();
        }
    }

    @Test
    void whereThePagesAreReachedSafelyNoCookieLeavesTheBrowserOtherwise() {
        try (RunningQuerySide side =
                RunningQuerySide.withPages(database, "hotpotspot.pages.origin=https://pages.example.org")) {
            WebTestClient client = side.nobody();
            HttpHeaders begun = page(client, "/", null);
            String secret = String.valueOf(begun.getFirst(HttpHeaders.SET_COOKIE));
            assertThat(secret).startsWith("HPS-SIGN-IN-").contains("; Secure");

            URI answer = URI.create(new Browser().location(String.valueOf(begun.getFirst(HttpHeaders.LOCATION))));
            assertThat(answer).hasHost("pages.example.org");
            HttpHeaders signedIn = page(
                    client, answer.getRawPath() + "?" + answer.getRawQuery(), secret.substring(0, secret.indexOf(';')));

            assertThat(signedIn.getOrEmpty(HttpHeaders.SET_COOKIE))
                    .hasSize(2)
                    .allSatisfy(cookie -> assertThat(cookie).contains("; Secure"))
                    .anySatisfy(cookie -> assertThat(cookie).startsWith("HPS-PAGES="));
        }
    }

    @ParameterizedTest
    @CsvSource({"lifetime, 0s", "lifetime, 31d", "lifetime, soon", "per-account, 0", "in-all, 0", "in-all, 100001"})
    void settingsThatCannotBeMeantAreRefusedByName(String name, String value) {
        assertThatThrownBy(() -> RunningQuerySide.on(database, "hotpotspot.sessions." + name + "=" + value)
                        .close())
                .hasStackTraceContaining("hotpotspot.sessions." + name);
    }

    private static HttpHeaders page(WebTestClient client, String path, @Nullable String cookie) {
        return client.get()
                .uri(path)
                .header(HttpHeaders.ACCEPT, "text/html")
                .headers(headers -> {
                    if (cookie != null) {
                        headers.set(HttpHeaders.COOKIE, cookie);
                    }
                })
                .exchange()
                .expectStatus()
                .isFound()
                .returnResult(Void.class)
                .getResponseHeaders();
    }

    private static int kept(RunningQuerySide side) {
        DefaultWebSessionManager manager = side.context().getBean(DefaultWebSessionManager.class);
        return ((InMemoryWebSessionStore) manager.getSessionStore())
                .getSessions()
                .size();
    }
}
