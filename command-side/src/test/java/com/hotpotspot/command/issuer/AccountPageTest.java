package com.hotpotspot.command.issuer;

import static com.hotpotspot.command.issuer.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.secondfactor.Authenticator;
import com.hotpotspot.command.testing.RunningCommandSide;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where somebody who is signed in changes what they sign in with. */
class AccountPageTest {

    private static final String PASSWORD = "three old spoons";
    private static final String NEXT = "four very new forks";
    private static final Pattern SECRET = Pattern.compile("<code class=\"secret\">([^<]+)</code>");

    private static RunningCommandSide system;
    private static int people;
    private Browser browser;

    @BeforeAll
    static void start() {
        system = new RunningCommandSide(
                "--hotpotspot.limits.open-doors.per-address=1000",
                "--hotpotspot.limits.sign-ins.address-at-once=1000",
                "--hotpotspot.limits.sign-ins.client-at-once=1000");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @BeforeEach
    void openBrowser() {
        browser = new Browser(system);
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void isForWhoeverIsSignedIn() {
        assertThat(location(browser.get("/sign-in/account"))).isEqualTo("/sign-in");

        String name = signedIn();

        assertThat(browser.get("/sign-in/account").body()).contains("Your sign-in", name, "You sign in without one.");
    }

    @Test
    void aPasswordIsChangedAndOtherBrowsersAreSignedOut() {
        String name = signedIn();
        try (Browser other = new Browser(system)) {
            other.signIn(name, PASSWORD);
            assertThat(isSignedIn(other)).isTrue();

            HttpResponse<String> changed = change(PASSWORD, NEXT);

            assertThat(location(changed)).isEqualTo("/sign-in/account?changed");
            assertThat(browser.get("/sign-in/account?changed").body())
                    .contains("You sign in with the new password from now on.");
            assertThat(isSignedIn(browser)).isTrue();
            assertThat(isSignedIn(other)).isFalse();
            assertThat(other.signIn(name, PASSWORD).statusCode()).isEqualTo(403);
            assertThat(other.signIn(name, NEXT).statusCode()).isEqualTo(302);
        }
    }

    @Test
    void aPasswordIsNotChangedByWhoeverDoesNotKnowIt() {
        signedIn();

        HttpResponse<String> refused = change("not the password", NEXT);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("What you have signed in with until now is not this.")
                .doesNotContain(NEXT);
        assertThat(change(PASSWORD, "short").statusCode()).isEqualTo(422);
    }

    @Test
    void anybodyMayHaveASecondFactorAndChangeOverToAnother() {
        String name = signedIn();
        HttpResponse<String> first = secondFactor(Map.of("current-password", PASSWORD));
        Authenticator authenticator = authenticatorOn(first);
        assertThat(browser.submit(first, "/sign-in/second-factor", Map.of("code", authenticator.code()))
                        .body())
                .contains("Your recovery codes");
        assertThat(browser.get("/sign-in/account").body()).contains("Recovery codes left: 10.");

        HttpResponse<String> without = secondFactor(Map.of("current-password", PASSWORD, "code", "000000"));
        assertThat(without.statusCode()).isEqualTo(403);
        HttpResponse<String> second = secondFactor(Map.of("current-password", PASSWORD, "code", authenticator.next()));
        Authenticator another = authenticatorOn(second);
        browser.submit(second, "/sign-in/second-factor", Map.of("code", another.code()));

        browser.forgetCookies();
        HttpResponse<String> form = browser.signIn(name, PASSWORD);
        assertThat(form.body()).contains("Your second factor");
        assertThat(browser.submit(form, "/sign-in/code", Map.of("code", another.next()))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aProgramHasNoPasswordToChange() {
        browser.signIn(
                "administrator",
                system.administratorsCredentials().get("clientSecret").asString());

        assertThat(browser.get("/sign-in/account").body())
                .contains("administrator")
                .doesNotContain("action=\"/sign-in/account/password\"");
    }

    @Test
    void aFormOfWhoeverIsSignedInNoLongerLeadsToTheBeginning() {
        signedIn();
        HttpResponse<String> page = browser.get("/sign-in/account");
        HttpResponse<String> sent;
        try (Browser stranger = new Browser(system)) {
            HttpResponse<String> form = stranger.get("/sign-in");
            sent = stranger.submit(form, "/sign-in/account/password", Map.of("current-password", PASSWORD));
        }

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(location(sent)).isEqualTo("/sign-in");
    }

    private HttpResponse<String> change(String now, String then) {
        return browser.submit(
                browser.get("/sign-in/account"),
                "/sign-in/account/password",
                Map.of("current-password", now, "new-password", then, "new-password-again", then));
    }

    private HttpResponse<String> secondFactor(Map<String, String> typed) {
        return browser.submit(browser.get("/sign-in/account"), "/sign-in/account/second-factor", typed);
    }

    private static Authenticator authenticatorOn(HttpResponse<String> page) {
        Matcher secret = SECRET.matcher(page.body());
        assertThat(secret.find()).as(page.body()).isTrue();
        return new Authenticator(secret.group(1));
    }

    private static boolean isSignedIn(Browser browser) {
        return location(browser.get(Browser.authorization("again"))).startsWith(Browser.RETURN + "?code=");
    }

    /** A person with a password; the browser is signed in as them. */
    private String signedIn() {
        String account = system.post("/api/v1/accounts", "{\"kind\":\"PERSON\"}")
                .data()
                .get("accountId")
                .asString();
        system.post("/api/v1/accounts/" + account + "/roles", "{\"role\":\"ANALYST\"}");
        String name = "gio-" + ++people;
        system.post("/api/v1/accounts/" + account + "/sign-in-name", "{\"signInName\":\"%s\"}".formatted(name));
        JsonNode issued = system.post("/api/v1/accounts/" + account + "/credentials", "{\"oneTime\":true}")
                .data();
        browser.choose(browser.signIn(name, issued.get("clientSecret").asString()), PASSWORD);
        return name;
    }
}
