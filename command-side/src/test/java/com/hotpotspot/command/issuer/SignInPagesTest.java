package com.hotpotspot.command.issuer;

import static com.hotpotspot.command.issuer.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.ServletContext;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people meet where they sign in: nothing that leads nowhere, and nothing that outlives its credential. */
class SignInPagesTest {

    private static RunningCommandSide system;
    private Browser browser;

    @BeforeAll
    static void start() {
        system = new RunningCommandSide("--hotpotspot.limits.open-doors.per-address=1000");
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
    void aFormInASecondTabCanBeSentAfterSigningInInTheFirst() {
        HttpResponse<String> first = browser.get(location(browser.get(Browser.authorization("first"))));
        HttpResponse<String> second = browser.get(location(browser.get(Browser.authorization("second"))));

        HttpResponse<String> ofFirst = browser.submit(first, administrator(), secret());
        HttpResponse<String> ofSecond = browser.submit(second, administrator(), secret());

        assertThat(statesAfter(ofFirst, ofSecond))
                .as("each goes on with its own")
                .containsExactly("first", "second");
    }

    @Test
    void aFormWhoseTimeIsOverIsShownAnewAndGoesOnWhereItWasToGo() {
        HttpResponse<String> page = browser.get(location(browser.get(Browser.authorization("kept"))));
        browser.forgetCookies();

        HttpResponse<String> again = browser.submit(page, administrator(), secret());

        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(again.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(again.body()).contains("This form was out of date", "<form", "sign-in.css");
        assertThat(statesAfter(browser.submit(again, administrator(), secret())))
                .containsExactly("kept");
    }

    @Test
    void aFormThatIsSentAfterAWrongSecretGoesOnWhereItWasToGo() {
        browser.get(Browser.authorization("mine"));
        HttpResponse<String> page = browser.get("/sign-in");
        browser.get(Browser.authorization("of-another-tab"));

        HttpResponse<String> refused = browser.submit(page, administrator(), "wrong");
        HttpResponse<String> signedIn = browser.submit(refused, administrator(), secret());

        assertThat(statesAfter(signedIn)).containsExactly("mine");
    }

    @Test
    void afterAWrongSecretTheAccountStandsInTheFormStillAndTheSecretDoesNot() {
        HttpResponse<String> refused = browser.submit(browser.get("/sign-in"), "somebody-1", "mistyped-secret");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("The name or the secret is wrong.", "value=\"somebody-1\"")
                .doesNotContain("mistyped-secret");
    }

    @Test
    void theAccountOfAFormWhoseTimeIsOverStandsInTheNextOne() {
        HttpResponse<String> page = browser.get("/sign-in");
        browser.forgetCookies();

        assertThat(browser.submit(page, "somebody-1", "a secret").body()).contains("value=\"somebody-1\"");
    }

    /** A secret that was typed into the wrong field, above all. */
    @ParameterizedTest
    @ValueSource(strings = {"Not_An_Account", "an account", "<b>", "\"><script>"})
    void whatCanBeNoAccountIsNotShownAgain(String typed) {
        HttpResponse<String> refused = browser.submit(browser.get("/sign-in"), typed, "a secret");

        assertThat(refused.body())
                .contains("The name or the secret is wrong.")
                .doesNotContain(typed, HtmlUtils.htmlEscape(typed));
    }

    @Test
    void aBookmarkOfTheFormLeadsToThePages() {
        HttpResponse<String> signedIn = browser.submit(browser.get("/sign-in"), administrator(), secret());

        HttpResponse<String> page = browser.get(location(signedIn));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("You are signed in", "href=\"http://localhost:8081/\"");
        assertThat(page.headers().firstValue("Refresh")).contains("0; url=http://localhost:8081/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorize",
                "/oauth2/authorize?client_id=nobody&response_type=code",
                "/oauth2/authorize?client_id=pages&response_type=code&redirect_uri=http://evil.example/",
                "/connect/logout",
                "/connect/logout?id_token_hint=made-up"
            })
    void whatDoesNotWorkIsSaidOnAPageOfOursThatLeadsOn(String address) {
        HttpResponse<String> page = browser.get(address);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("The Hot Pot Spot", "sign-in.css", "href=\"http://localhost:8081/\"")
                .doesNotContain("Whitelabel", "Exception");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
    }

    @Test
    void whatThePagesAskedForWronglyIsSaidToThem() {
        String unproven = Browser.authorization("some state").replaceAll("&?code_challenge[^&]*", "");

        HttpResponse<String> refused = browser.get(unproven);

        assertThat(location(refused)).startsWith(Browser.RETURN + "?error=invalid_request");
        assertThat(Browser.parameters(location(refused))).containsEntry("state", "some state");
    }

    @Test
    void aRevokedCredentialEndsWhatWasSignedInWithItAndNothingElse() throws ParseException {
        String account = account();
        JsonNode lost = credential(account);
        JsonNode kept = credential(account);
        try (Browser thief = new Browser(system)) {
            String code = codeOf(thief, thief.signIn(account, secretOf(lost)));
            String code2 = codeOf(thief, thief.get(Browser.authorization("again")));
            JsonNode tokens = JsonMapper.shared().readTree(thief.redeem(code).body());
            assertThat(List.of(claim(tokens, "access_token"), claim(tokens, "id_token")))
                    .containsOnly(lost.get("credentialId").asString());
            browser.get(location(browser.signIn(account, secretOf(kept))));

            system.post(
                    "/api/v1/accounts/" + account + "/credentials/"
                            + lost.get("credentialId").asString() + "/revoke",
                    "");

            assertThat(location(thief.get(Browser.authorization("once more")))).isEqualTo("/sign-in");
            HttpResponse<String> tooLate = thief.redeem(code2);
            assertThat(tooLate.statusCode()).isEqualTo(400);
            assertThat(tooLate.body()).contains("invalid_grant");
            assertThat(location(browser.get(Browser.authorization("mine")))).startsWith(Browser.RETURN + "?code=");
        }
    }

    @Test
    void aClosedAccountIsSignedInNoLonger() {
        String account = account();
        browser.signIn(account, secretOf(credential(account)));
        assertThat(location(browser.get(Browser.authorization("open")))).startsWith(Browser.RETURN + "?code=");

        system.post("/api/v1/accounts/" + account + "/close", "");

        assertThat(location(browser.get(Browser.authorization("closed")))).isEqualTo("/sign-in");
    }

    @Test
    void aTokenIsNoSignIn() {
        HttpRequest withToken = HttpRequest.newBuilder(system.address(Browser.authorization("a-state")))
                .header("Authorization", "Bearer " + system.administratorsToken())
                .build();

        assertThat(system.send(withToken).header("Location")).isEqualTo("/sign-in");
    }

    @Test
    void madeUpCodesKeepNobodyFromRedeemingTheirs() {
        List<Integer> answers = IntStream.range(0, 100)
                .mapToObj(i -> browser.redeem("made-up-" + i).statusCode())
                .toList();
        assertThat(answers).containsOnly(400, 429).contains(429);

        String code = codeOf(browser, browser.signIn(administrator(), secret()));

        assertThat(browser.redeem(code).statusCode()).isEqualTo(200);
        assertThat(system.requestToken(administrator(), secret()).status()).isEqualTo(200);
    }

    @Test
    void aSignInEndsAfterItsTimeHoweverBusySomebodyIs() {
        try (RunningCommandSide brief = new RunningCommandSide("--hotpotspot.issuer.sign-in-lifetime=1ms");
                Browser busy = new Browser(brief)) {
            HttpResponse<String> signedIn = busy.signIn(
                    "administrator",
                    brief.administratorsCredentials().get("clientSecret").asString());

            assertThat(location(signedIn)).startsWith("/oauth2/authorize?");
            assertThat(location(busy.get(location(signedIn)))).isEqualTo("/sign-in");
        }
    }

    @Test
    void anAccountIsSignedInInSoManyBrowsersAndALaterOneEndsTheFirst() {
        try (RunningCommandSide small = new RunningCommandSide("--hotpotspot.issuer.sessions-per-account=1");
                Browser first = new Browser(small);
                Browser second = new Browser(small)) {
            String right = small.administratorsCredentials().get("clientSecret").asString();
            first.signIn("administrator", right);
            assertThat(location(first.get(Browser.authorization("a")))).contains("?code=");

            second.signIn("administrator", right);

            assertThat(location(first.get(Browser.authorization("b")))).isEqualTo("/sign-in");
            assertThat(location(second.get(Browser.authorization("c")))).contains("?code=");
            assertThat(small.context().getBean(OpenSessions.class).count()).isEqualTo(1);
        }
    }

    @Test
    void cookiesAreSecureWhereTheIssuerIsReachedEncrypted() {
        try (RunningCommandSide behindProxy =
                        new RunningCommandSide("--hotpotspot.access.issuer=https://id.example.org");
                Browser person = new Browser(behindProxy)) {
            HttpResponse<String> asked = person.get(Browser.authorization("a-state"));
            HttpResponse<String> form = person.get("/sign-in");
            // A browser would send them back over the proxy's connection only; here the form says what counts.
            assertThat(asked.headers().allValues("Set-Cookie"))
                    .singleElement()
                    .satisfies(cookie -> assertThat(cookie).contains("HPS-ISSUER-SIGN-IN=", "Secure", "HttpOnly"));
            assertThat(form.headers().allValues("Set-Cookie"))
                    .singleElement()
                    .satisfies(cookie -> assertThat(cookie).contains("HPS-ISSUER-FORM=", "Secure", "HttpOnly"));
            assertThat(behindProxy
                            .context()
                            .getBean(ServletContext.class)
                            .getSessionCookieConfig()
                            .isSecure())
                    .isTrue();
        }
    }

    private List<String> statesAfter(HttpResponse<?>... signedIn) {
        return List.of(signedIn).stream()
                .map(response -> response.headers().firstValue("Location").orElse(""))
                .map(next -> location(browser.get(next)))
                .map(back -> Browser.parameters(back).getOrDefault("state", ""))
                .toList();
    }

    private static String codeOf(Browser browser, HttpResponse<String> response) {
        String next = location(response);
        String back = next.startsWith(Browser.RETURN) ? next : location(browser.get(next));
        return Map.copyOf(Browser.parameters(back)).getOrDefault("code", "");
    }

    private static String claim(JsonNode tokens, String which) throws ParseException {
        return SignedJWT.parse(tokens.get(which).asString()).getJWTClaimsSet().getStringClaim("credential");
    }

    private static String account() {
        String account = system.post("/api/v1/accounts", "{\"kind\":\"PERSON\"}")
                .data()
                .get("accountId")
                .asString();
        system.post("/api/v1/accounts/" + account + "/roles", "{\"role\":\"ANALYST\"}");
        return account;
    }

    private static JsonNode credential(String account) {
        return system.post("/api/v1/accounts/" + account + "/credentials", "{}").data();
    }

    private static String secretOf(JsonNode credential) {
        return credential.get("clientSecret").asString();
    }

    private static String administrator() {
        return "administrator";
    }

    private static String secret() {
        return system.administratorsCredentials().get("clientSecret").asString();
    }
}
