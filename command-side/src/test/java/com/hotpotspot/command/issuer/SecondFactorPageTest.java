package com.hotpotspot.command.issuer;

import static com.hotpotspot.command.issuer.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.account.AdministratorReset;
import com.hotpotspot.command.secondfactor.Authenticator;
import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.events.account.AccountId;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What some need beside a password to sign in on the pages. */
@ExtendWith(OutputCaptureExtension.class)
class SecondFactorPageTest {

    private static final Pattern SECRET = Pattern.compile("<code class=\"secret\">([^<]+)</code>");
    private static final Pattern RECOVERY = Pattern.compile("<li><code>([^<]+)</code></li>");

    private static RunningCommandSide system;
    private Browser browser;

    @BeforeAll
    static void start() {
        system = new RunningCommandSide(
                "--hotpotspot.sign-in.second-factor.roles=AUDITOR",
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
    void isAskedForOfARoleThatNeedsOne() {
        Someone auditor = someone("AUDITOR");
        Someone analyst = someone("ANALYST");

        assertThat(browser.signIn(auditor.account(), auditor.secret()).body())
                .contains("A second factor", "<svg class=\"qr\"", "<path fill=\"#000\" d=\"M");
        assertThat(isSignedIn()).isFalse();
        assertThat(browser.signIn(analyst.account(), analyst.secret()).statusCode())
                .isEqualTo(302);
    }

    @Test
    void isEnrolledWithACodeAndShowsItsRecoveryCodesOnce(CapturedOutput output) {
        Someone auditor = someone("AUDITOR");
        HttpResponse<String> page = browser.signIn(auditor.account(), auditor.secret());
        String secret = secretOn(page);

        HttpResponse<String> codes = enrol(page, new Authenticator(secret).code());

        assertThat(codes.statusCode()).isEqualTo(200);
        assertThat(codes.body()).contains("Your recovery codes", "href=\"/oauth2/authorize?");
        assertThat(recoveryCodesOn(codes)).hasSize(10).doesNotHaveDuplicates();
        assertThat(isSignedIn()).isTrue();
        assertThat(JdbcClient.create(system.database().as("hps_command"))
                        .sql("select encode(sealed, 'escape') from issuer.second_factor where account = ?")
                        .param(auditor.account())
                        .query(String.class)
                        .single())
                .doesNotContain(secret);
        assertThat(output.getAll()).doesNotContain(secret, secret.replace(" ", ""));
    }

    @Test
    void isNotEnrolledWithAWrongCode() {
        Someone auditor = someone("AUDITOR");
        HttpResponse<String> page = browser.signIn(auditor.account(), auditor.secret());
        String wrong = new Authenticator(secretOn(page)).code().equals("000000") ? "000001" : "000000";

        HttpResponse<String> refused = enrol(page, wrong);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("This code is wrong.");
        assertThat(secretOn(refused)).as("of the same image").isEqualTo(secretOn(page));
        assertThat(isSignedIn()).isFalse();
    }

    @Test
    void isAskedForEachTimeAndTakesNoCodeTwice() {
        Enrolled auditor = enrolled("AUDITOR");
        browser.forgetCookies();

        HttpResponse<String> form = browser.signIn(auditor.account(), auditor.secret());
        assertThat(form.body()).contains("Your second factor");
        assertThat(isSignedIn()).isFalse();
        assertThat(code(form, auditor.usedCode()).body()).contains("This code is wrong, or was used before.");
        String next = auditor.authenticator().next();
        assertThat(location(code(form, next))).startsWith("/oauth2/authorize?");
        assertThat(isSignedIn()).isTrue();

        try (Browser other = new Browser(system)) {
            HttpResponse<String> again = other.signIn(auditor.account(), auditor.secret());
            assertThat(other.submit(again, "/sign-in/code", Map.of("code", next))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void ofTwoWhoSendOneCodeAtOnceOneIsSignedIn() throws Exception {
        Enrolled auditor = enrolled("AUDITOR");
        browser.forgetCookies();
        try (Browser other = new Browser(system);
                ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            HttpResponse<String> ofOne = browser.signIn(auditor.account(), auditor.secret());
            HttpResponse<String> ofOther = other.signIn(auditor.account(), auditor.secret());
            String code = auditor.authenticator().next();

            List<Callable<HttpResponse<String>>> atOnce = List.of(
                    () -> code(ofOne, code), () -> other.submit(ofOther, "/sign-in/code", Map.of("code", code)));

            assertThat(both.invokeAll(atOnce).stream()
                            .map(Future::resultNow)
                            .map(HttpResponse::statusCode))
                    .containsExactlyInAnyOrder(302, 403);
        }
    }

    @Test
    void areAskedForLaterWhileTheDatabaseIsAway() {
        try (RunningCommandSide away = new RunningCommandSide(
                        "--hotpotspot.sign-in.second-factor.roles=ADMIN",
                        "--spring.datasource.hikari.connection-timeout=250");
                Browser person = new Browser(away)) {
            HttpResponse<String> page = person.signIn(
                    "administrator",
                    away.administratorsCredentials().get("clientSecret").asString());
            Authenticator authenticator = new Authenticator(secretOn(page));
            away.database().admitNobody();

            HttpResponse<String> answer =
                    person.submit(page, "/sign-in/second-factor", Map.of("code", authenticator.code()));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("Not available at the moment");
        }
    }

    @Test
    void isReplacedByARecoveryCodeOnce() {
        Enrolled auditor = enrolled("AUDITOR");
        String recovery = auditor.recovery().getFirst();
        browser.forgetCookies();

        HttpResponse<String> form = browser.signIn(auditor.account(), auditor.secret());
        assertThat(code(form, ' ' + recovery.toLowerCase(Locale.ROOT).replace('-', ' '))
                        .statusCode())
                .isEqualTo(302);
        browser.forgetCookies();
        HttpResponse<String> again = browser.signIn(auditor.account(), auditor.secret());

        assertThat(code(again, recovery).statusCode()).isEqualTo(403);
        assertThat(code(again, auditor.recovery().getLast()).statusCode()).isEqualTo(302);
    }

    @Test
    void takesOnlySoManyWrongCodesOfAnAccountInAnHour() {
        Enrolled auditor = enrolled("AUDITOR");
        browser.forgetCookies();
        HttpResponse<String> form = browser.signIn(auditor.account(), auditor.secret());

        List<Integer> answers = IntStream.range(0, 12)
                .mapToObj(i -> code(form, "wrong-" + i).statusCode())
                .toList();

        assertThat(answers).startsWith(403, 403, 403).endsWith(429, 429);
        assertThat(code(form, auditor.recovery().getFirst()).statusCode())
                .as("a guess, for all that is known")
                .isEqualTo(429);
    }

    @Test
    void isTakenOffByTwoPeopleForAReason() {
        Enrolled auditor = enrolled("AUDITOR");
        String path = "/api/v1/accounts/" + auditor.account() + "/second-factor/removals";

        Reply proposed = system.post(path, "{\"reason\":\"LOST\"}");
        assertThat(proposed.status()).isEqualTo(201);
        assertThat(system.post(path + "/confirm", "").code()).isEqualTo("proposal-by-oneself");
        Reply confirmed = system.as(system.secondAdministratorsToken()).post(path + "/confirm", "");

        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.data().get("reason").asString()).isEqualTo("LOST");
        browser.forgetCookies();
        assertThat(browser.signIn(auditor.account(), auditor.secret()).body()).contains("A second factor");
        assertThat(system.post(path, "{\"reason\":\"LOST\"}").code()).isEqualTo("second-factor-unknown");
    }

    @Test
    void surviveARestartOfWhateverProcessKeptThem() {
        Enrolled auditor = enrolled("AUDITOR");

        try (RunningCommandSide other = new RunningCommandSide(
                        "--spring.datasource.url=" + system.database().url());
                Browser elsewhere = new Browser(other)) {
            HttpResponse<String> form = elsewhere.signIn(auditor.account(), auditor.secret());

            assertThat(form.body()).contains("Your second factor");
            assertThat(elsewhere
                            .submit(
                                    form,
                                    "/sign-in/code",
                                    Map.of("code", auditor.recovery().getFirst()))
                            .statusCode())
                    .isEqualTo(302);
        }
    }

    @Test
    void goesWithTheSecretsWhereTheMachineLetsAnAdministratorInAgain(@TempDir Path directory) throws IOException {
        Enrolled admin = enrolled("AUDITOR");
        system.post("/api/v1/accounts/" + admin.account() + "/roles", "{\"role\":\"ADMIN\"}");
        Path file = directory.resolve("again.credentials");

        system.context().getBean(AdministratorReset.class).replaceSecret(new AccountId(admin.account()), file);

        String secret = JsonMapper.shared()
                .readTree(Files.readString(file))
                .get("clientSecret")
                .asString();
        browser.forgetCookies();
        assertThat(browser.signIn(admin.account(), secret).body()).contains("A second factor");
    }

    private Enrolled enrolled(String role) {
        Someone someone = someone(role);
        HttpResponse<String> page = browser.signIn(someone.account(), someone.secret());
        Authenticator authenticator = new Authenticator(secretOn(page));
        String code = authenticator.code();
        List<String> recovery = recoveryCodesOn(enrol(page, code));
        assertThat(recovery).isNotEmpty();
        return new Enrolled(someone.account(), someone.secret(), authenticator, code, recovery);
    }

    private HttpResponse<String> enrol(HttpResponse<String> page, String code) {
        return browser.submit(page, "/sign-in/second-factor", Map.of("code", code));
    }

    private HttpResponse<String> code(HttpResponse<String> page, String code) {
        return browser.submit(page, "/sign-in/code", Map.of("code", code));
    }

    private boolean isSignedIn() {
        return location(browser.get(Browser.authorization("again"))).startsWith(Browser.RETURN + "?code=");
    }

    private static String secretOn(HttpResponse<String> page) {
        Matcher secret = SECRET.matcher(page.body());
        assertThat(secret.find()).as(page.body()).isTrue();
        return secret.group(1);
    }

    private static List<String> recoveryCodesOn(HttpResponse<String> page) {
        return RECOVERY.matcher(page.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** With a secret of the kind that there was before passwords. */
    private static Someone someone(String role) {
        String account = system.post("/api/v1/accounts", "{\"kind\":\"PERSON\"}")
                .data()
                .get("accountId")
                .asString();
        system.post("/api/v1/accounts/" + account + "/roles", "{\"role\":\"%s\"}".formatted(role));
        return new Someone(
                account, system.credentialOf(account).get("clientSecret").asString());
    }

    private record Someone(String account, String secret) {}

    private record Enrolled(
            String account, String secret, Authenticator authenticator, String usedCode, List<String> recovery) {}
}
