package com.hotpotspot.command.issuer;

import static com.hotpotspot.command.issuer.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.secondfactor.Authenticator;
import com.hotpotspot.command.testing.RunningCommandSide;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where somebody who is signed in changes what they sign in with. */
class AccountPageTest {

    private static final String PASSWORD = "three old spoons";
    private static final String NEXT = "four very new forks";

    private static RunningCommandSide system;
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
            assertThat(other.isSignedIn()).isTrue();

            HttpResponse<String> changed = change(PASSWORD, NEXT);

            assertThat(location(changed)).isEqualTo("/sign-in/account?changed");
            assertThat(browser.get("/sign-in/account?changed").body())
                    .contains("You sign in with the new password from now on.");
            assertThat(browser.isSignedIn()).isTrue();
            assertThat(other.isSignedIn()).isFalse();
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
        Authenticator authenticator = new Authenticator(Enrolled.secretOn(first));
        assertThat(browser.enrol(first, authenticator.code()).body())
                .contains("Your recovery codes", "href=\"/sign-in?done\"")
                .as("they are where they were to go")
                .doesNotContain("/oauth2/authorize");
        assertThat(browser.get("/sign-in/account").body()).contains("Recovery codes left: 10.");

        HttpResponse<String> without = secondFactor(Map.of("current-password", PASSWORD, "code", "000000"));
        assertThat(without.statusCode()).isEqualTo(403);
        HttpResponse<String> second = secondFactor(Map.of("current-password", PASSWORD, "code", authenticator.next()));
        Authenticator another = new Authenticator(Enrolled.secretOn(second));
        browser.enrol(second, another.code());

        browser.forgetCookies();
        HttpResponse<String> form = browser.signIn(name, PASSWORD);
        assertThat(form.body()).contains("Your second factor");
        assertThat(browser.enterCode(form, another.next()).statusCode()).isEqualTo(302);
    }

    @Test
    void whoeverSignedInWithAPasswordAloneIsNotLedBackToThatSignInEither() {
        String name = signedIn();
        browser.forgetCookies();
        browser.get(location(browser.signIn(name, PASSWORD)));
        HttpResponse<String> form = secondFactor(Map.of("current-password", PASSWORD));

        assertThat(browser.enrol(form, new Authenticator(Enrolled.secretOn(form)).code())
                        .body())
                .contains("Your recovery codes", "href=\"/sign-in?done\"");
    }

    @Test
    void aProgramHasNoPasswordToChange() {
        String secret = system.administratorsCredentials().get("clientSecret").asString();
        browser.signIn(" Administrator", secret + " ");

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
    /** A person with a password; the browser is signed in as them. */
    private String signedIn() {
        Someone gio = Someone.invited(system);
        browser.choose(browser.signIn(gio.name(), gio.secret()), PASSWORD);
        return gio.name();
    }
}
