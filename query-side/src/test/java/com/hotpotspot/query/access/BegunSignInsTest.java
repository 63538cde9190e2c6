package com.hotpotspot.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.query.testing.Browser;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.TestIssuer;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-ins that were begun, and what strangers make of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BegunSignInsTest {

    private static final String RETURN = "/login/oauth2/code/hotpotspot";
    private static final int LIMIT = 1_000;

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side =
            RunningQuerySide.withPages(database, "hotpotspot.limits.sign-ins.per-address=" + LIMIT);
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
    @ValueSource(ints = {25, 200})
    void ofManySignInsThatAreNotFinishedTheOldestAreForgotten(int number) {
        List<String> begun = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            begun.add(browser.location(side.url("/audit?from=" + "a".repeat(400))));
        }
        assertThat(browser.cookies()).hasSizeLessThanOrEqualTo(PendingSignIns.SLOTS);

        HttpResponse<String> oldest = browser.open(begun.getFirst());
        assertThat(oldest.statusCode()).isEqualTo(401);
        assertThat(oldest.body()).contains("begun too long ago", ">Sign in</a>");
        begun.subList(number - PendingSignIns.SLOTS, number)
                .forEach(latest -> assertThat(browser.open(latest).statusCode()).isEqualTo(200));
        assertThat(browser.cookies()).containsOnlyKeys("HPS-PAGES");
    }

    @Test
    void aMadeUpAnswerNeverMakesUsAskTheIssuer() {
        String state = state(browser.location(side.url("/")));
        String otherState = state(new Browser().location(side.url("/")));
        for (String made : List.of(
                "?code=made-up",
                "?code=made-up&state=",
                "?code=made-up&state=made-up",
                "?code=made-up&state=" + otherState,
                "?code=made-up&state=A" + state,
                "?code=made-up&state=" + "A".repeat(200),
                "?error=access_denied&state=" + otherState)) {
            assertThat(browser.open(side.url(RETURN + made)).statusCode())
                    .as(made)
                    .isEqualTo(401);
        }
        for (int slot = 0; slot < PendingSignIns.SLOTS; slot++) {
            HttpResponse<String> answer = browser.withCookie(
                    side.url(RETURN + "?code=made-up&state=" + otherState),
                    "HPS-SIGN-IN-" + slot + "=" + "A".repeat(43));
            assertThat(answer.statusCode()).isEqualTo(401);
        }

        assertThat(issuer.codeRequests()).isZero();
    }

    @Test
    void anAnswerIsRedeemedOnceWhateverItIsWorth() {
        String answer = browser.location(browser.location(side.url("/")));
        String wrong = answer.replaceAll("code=[^&]*", "code=guessed");
        String cookie = browser.setCookies("HPS-SIGN-IN").getLast().replaceAll(";.*", "");

        for (int i = 0; i < 10; i++) {
            assertThat(browser.withCookie(wrong, cookie).statusCode()).isEqualTo(401);
        }
        assertThat(browser.withCookie(answer, cookie).statusCode()).isEqualTo(401);

        assertThat(issuer.codeRequests()).isEqualTo(1);
    }

    @Test
    void aSignInLeadsToWhereSomebodyWantedToGoIfThatIsHere() {
        assertThat(browser.open(side.url("/oauth2/authorization/hotpotspot?to=%2Faudit%3Fposition%3D"))
                        .uri())
                .hasToString(side.url("/audit?position="));
        for (String elsewhere : List.of("https://example.org/", "//example.org/", "/%5Cexample.org")) {
            browser.open(side.url("/oauth2/authorization/hotpotspot?to=" + elsewhere));
        }
        assertThat(browser.visited()).allMatch("localhost"::equals);
    }

    private static String state(String address) {
        return address.replaceAll(".*[?&]state=([^&]*).*", "$1");
    }
}
