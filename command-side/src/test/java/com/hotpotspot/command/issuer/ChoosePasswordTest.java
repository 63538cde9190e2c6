package com.hotpotspot.command.issuer;

import static com.hotpotspot.command.issuer.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.eventlog.StoredEvent;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How a person is let in: a name, a secret that is good once, and a password of their own. */
@ExtendWith(OutputCaptureExtension.class)
class ChoosePasswordTest {

    private static final String PASSWORD = "three old spoons";

    private static RunningCommandSide system;
    private static int people;
    private Browser browser;

    @BeforeAll
    static void start() {
        system = new RunningCommandSide(
                "--hotpotspot.limits.open-doors.per-address=1000",
                "--hotpotspot.limits.sign-ins.address-at-once=1000",
                "--hotpotspot.limits.sign-ins.per-address=1000");
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
    void whoComesWithAOneTimeSecretChoosesAPasswordAndIsSignedInWithIt(CapturedOutput output) throws Exception {
        Someone nino = person();

        HttpResponse<String> form = browser.signIn(nino.name(), nino.secret());

        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body())
                .contains("Choose a password", "value=\"" + nino.name() + "\"")
                .doesNotContain(nino.secret());
        assertThat(signedInAgain()).as("not yet").isFalse();
        assertThat(code(browser.choose(form, PASSWORD))).isNotEmpty();
        try (Browser elsewhere = new Browser(system)) {
            assertThat(code(elsewhere, elsewhere.signIn(nino.name().toUpperCase(Locale.ROOT), PASSWORD)))
                    .isNotEmpty();
            HttpResponse<String> byId = elsewhere.submit(elsewhere.get("/sign-in"), nino.account(), PASSWORD);
            assertThat(byId.statusCode()).as("by the account's id, too").isEqualTo(302);
        }
        assertThat(String.join("\n", recorded())).doesNotContain(PASSWORD, nino.secret());
        assertThat(output.getAll()).doesNotContain(PASSWORD, nino.secret());
        assertThat(JdbcClient.create(system.database().as("hps_command"))
                        .sql("select hash from issuer.credential")
                        .query(String.class)
                        .list())
                .allSatisfy(hash -> assertThat(hash).startsWith("$argon2id$"));
    }

    @Test
    void aOneTimeSecretIsSpentByThat() {
        Someone nino = person();
        HttpResponse<String> form = browser.signIn(nino.name(), nino.secret());
        browser.choose(form, PASSWORD);

        HttpResponse<String> again = browser.choose(form, "another five spoons");
        HttpResponse<String> atTheDoor = browser.submit(browser.get("/sign-in"), nino.name(), nino.secret());

        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(again.body()).contains("The one-time secret was used before");
        assertThat(atTheDoor.body()).contains("The name or the secret is wrong.");
    }

    @Test
    void whoSendsTheFormTwiceHasChosenOnceAndIsSignedIn() {
        Someone nino = person();
        HttpResponse<String> form = browser.signIn(nino.name(), nino.secret());

        assertThat(code(browser.choose(form, PASSWORD))).isNotEmpty();
        assertThat(code(browser.choose(form, PASSWORD))).isNotEmpty();
    }

    @Test
    void ofTwoWhoChooseWithOneSecretAtOnceOneHasChosen() throws Exception {
        Someone nino = person();
        try (Browser other = new Browser(system);
                ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            HttpResponse<String> ofOne = browser.signIn(nino.name(), nino.secret());
            HttpResponse<String> ofOther = other.signIn(nino.name(), nino.secret());

            List<Callable<HttpResponse<String>>> atOnce = List.of(
                    () -> browser.choose(ofOne, "one of two people"), () -> other.choose(ofOther, "the other of them"));
            List<Integer> answers = both.invokeAll(atOnce).stream()
                    .map(Future::resultNow)
                    .map(HttpResponse::statusCode)
                    .toList();

            assertThat(answers).containsExactlyInAnyOrder(302, 403);
        }
    }

    @Test
    void aOneTimeSecretIsNoSecretAtTheDoorForTokens() {
        Someone nino = person();

        assertThat(system.requestToken(nino.account(), nino.secret()).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "short|short|This is too short. Take at least 12 characters.",
                "password1234|password1234|This is one of the passwords that are tried first.",
                "three old spoons|three old forks|The two are not the same."
            })
    void whatIsWrongWithAPasswordIsSaidAtTheFieldAndItIsNotShown(String first, String again, String said) {
        Someone nino = person();
        HttpResponse<String> form = browser.signIn(nino.name(), nino.secret());

        HttpResponse<String> refused =
                browser.submit(form, "/sign-in/password", Map.of("new-password", first, "new-password-again", again));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(said, "aria-describedby=\"rule fault\"")
                .doesNotContain("value=\"" + first);
        assertThat(code(browser.choose(refused, PASSWORD))).as("and they go on").isNotEmpty();
    }

    @Test
    void aFormForAPasswordIsMadeHereAndForAWhile() {
        HttpResponse<String> signIn = browser.get("/sign-in");

        HttpResponse<String> refused = browser.submit(
                signIn,
                "/sign-in/password",
                Map.of("step", "made-up", "new-password", PASSWORD, "new-password-again", PASSWORD));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("This form was out of date.");
        assertThat(location(browser.get("/sign-in/password"))).isEqualTo("/sign-in");
    }

    @Test
    void aNewOneTimeSecretEndsWhatThePersonWasSignedInTo() {
        Someone nino = person();
        browser.choose(browser.signIn(nino.name(), nino.secret()), PASSWORD);
        assertThat(signedInAgain()).isTrue();

        String secret = oneTimeSecret(nino.account());

        assertThat(signedInAgain()).isFalse();
        assertThat(browser.signIn(nino.name(), PASSWORD).statusCode()).isEqualTo(403);
        assertThat(browser.signIn(nino.name(), secret).body()).contains("Choose a password");
    }

    @Test
    void wrongPasswordsAreCountedUnderWhateverNameAndRightOnesNotKnownByHeart() {
        try (RunningCommandSide strict = new RunningCommandSide("--hotpotspot.limits.sign-ins.client-at-once=4");
                Browser guesser = new Browser(strict)) {
            Someone nino = person(strict);
            guesser.choose(guesser.signIn(nino.name(), nino.secret()), PASSWORD);
            HttpResponse<String> form = guesser.get("/sign-in");

            List<Integer> answers = IntStream.range(0, 6)
                    .mapToObj(i ->
                            guesser.submit(form, i % 2 == 0 ? nino.name() : nino.account(), "three old spoons " + i))
                    .map(HttpResponse::statusCode)
                    .toList();

            assertThat(answers).containsExactly(403, 403, 403, 403, 429, 429);
            assertThat(guesser.submit(form, nino.name(), PASSWORD).statusCode())
                    .as("a guess, for all that is known")
                    .isEqualTo(429);
        }
    }

    @ParameterizedTest
    @CsvSource({"ka,აირჩიეთ პაროლი", "ru,Выберите пароль", "de,Choose a password"})
    void thePagesAreInTheLanguageThatSomebodyReads(String language, String title) {
        Someone nino = person();

        HttpResponse<String> form = browser.get("/sign-in", language);

        assertThat(form.body()).contains("<html lang=\"" + (language.equals("de") ? "en" : language) + "\"");
        assertThat(form.headers().firstValue("Content-Language")).contains(language.equals("de") ? "en" : language);
        assertThat(form.headers().allValues("Vary")).contains("Accept-Language", "Cookie");
        browser.chooseLanguage(language);
        assertThat(browser.signIn(nino.name(), nino.secret()).body()).contains(title);
    }

    private boolean signedInAgain() {
        return location(browser.get(Browser.authorization("again"))).startsWith(Browser.RETURN + "?code=");
    }

    private String code(HttpResponse<String> signedIn) {
        return code(browser, signedIn);
    }

    private static String code(Browser browser, HttpResponse<String> signedIn) {
        assertThat(location(signedIn)).as(signedIn.body()).isNotEmpty();
        String back = location(browser.get(location(signedIn)));
        return Browser.parameters(back).getOrDefault("code", "");
    }

    private static List<String> recorded() {
        return system.log().read(0, 1_000).events().stream()
                .map(StoredEvent::payload)
                .map(payload -> new String(payload, StandardCharsets.UTF_8))
                .toList();
    }

    private static Someone person() {
        return person(system);
    }

    private static Someone person(RunningCommandSide system) {
        String account = system.post("/api/v1/accounts", "{\"kind\":\"PERSON\"}")
                .data()
                .get("accountId")
                .asString();
        system.post("/api/v1/accounts/" + account + "/roles", "{\"role\":\"ANALYST\"}");
        String name = "nino-" + ++people;
        assertThat(system.post(
                                "/api/v1/accounts/" + account + "/sign-in-name",
                                "{\"signInName\":\"%s\"}".formatted(name))
                        .status())
                .isEqualTo(200);
        return new Someone(account, name, oneTimeSecret(system, account));
    }

    private static String oneTimeSecret(String account) {
        return oneTimeSecret(system, account);
    }

    private static String oneTimeSecret(RunningCommandSide system, String account) {
        JsonNode issued = system.post("/api/v1/accounts/" + account + "/credentials", "{\"oneTime\":true}")
                .data();
        assertThat(issued.get("kind").asString()).isEqualTo("ONE_TIME");
        assertThat(issued.get("until").asString()).isNotBlank();
        return issued.get("clientSecret").asString();
    }

    private record Someone(String account, String name, String secret) {}
}
