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

/** How a person is let in: a name, a secret that is good once, and a password of their own. */
@ExtendWith(OutputCaptureExtension.class)
class ChoosePasswordTest {

    private static final String PASSWORD = "three old spoons";

    private static RunningCommandSide system;
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
        Someone nino = Someone.invited(system);

        HttpResponse<String> form = browser.signIn(nino.name(), nino.secret());

        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body())
                .contains("Choose a password", "value=\"" + nino.name() + "\"")
                .doesNotContain(nino.secret());
        assertThat(browser.isSignedIn()).as("not yet").isFalse();
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
        Someone nino = Someone.invited(system);
        HttpResponse<String> form = browser.signIn(nino.name(), nino.secret());
        browser.choose(form, PASSWORD);

        HttpResponse<String> again = browser.choose(form, "another five spoons");
        HttpResponse<String> atTheDoor = browser.submit(browser.get("/sign-in"), nino.name(), nino.secret());

        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(again.body()).contains("The one-time secret was used before");
        assertThat(atTheDoor.body()).contains("The name or the secret is wrong.");
    }

    @Test
    void whatIsSpentIsRefusedBeforeAnotherPasswordIsKept() {
        Someone nino = Someone.invited(system);
        HttpResponse<String> form = browser.signIn(nino.name(), nino.secret());
        browser.choose(form, PASSWORD);

        system.database().execute("alter table issuer.credential add constraint full_up check (false) not valid");
        try {
            assertThat(browser.choose(form, "another five spoons").statusCode()).isEqualTo(403);
        } finally {
            system.database().execute("alter table issuer.credential drop constraint full_up");
        }
    }

    @Test
    void whoSendsTheFormTwiceHasChosenOnceAndIsSignedIn() {
        Someone nino = Someone.invited(system);
        HttpResponse<String> form = browser.signIn(nino.name(), nino.secret());

        assertThat(code(browser.choose(form, PASSWORD))).isNotEmpty();
        assertThat(code(browser.choose(form, PASSWORD))).isNotEmpty();
    }

    @Test
    void ofTwoWhoChooseWithOneSecretAtOnceOneHasChosen() throws Exception {
        Someone nino = Someone.invited(system);
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
        Someone nino = Someone.invited(system);

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
        Someone nino = Someone.invited(system);
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
        Someone nino = Someone.invited(system);
        browser.choose(browser.signIn(nino.name(), nino.secret()), PASSWORD);
        assertThat(browser.isSignedIn()).isTrue();

        String secret = Someone.oneTimeSecret(system, nino.account());

        assertThat(browser.isSignedIn()).isFalse();
        assertThat(browser.signIn(nino.name(), PASSWORD).statusCode()).isEqualTo(403);
        assertThat(browser.signIn(nino.name(), secret).body()).contains("Choose a password");
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
}
