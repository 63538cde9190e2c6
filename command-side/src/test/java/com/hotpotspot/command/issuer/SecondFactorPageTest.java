package com.hotpotspot.command.issuer;

import static com.hotpotspot.command.issuer.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.secondfactor.Authenticator;
import com.hotpotspot.command.testing.RunningCommandSide;
import java.net.http.HttpResponse;
import java.util.List;
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
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What some need beside a password to sign in on the pages. */
@ExtendWith(OutputCaptureExtension.class)
class SecondFactorPageTest {

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
        Someone auditor = Someone.withSecret(system, "AUDITOR");
        Someone analyst = Someone.withSecret(system, "ANALYST");

        assertThat(browser.signIn(auditor.account(), auditor.secret()).body())
                .contains("A second factor", "<svg class=\"qr\"", "<path fill=\"#000\" d=\"M");
        assertThat(browser.isSignedIn()).isFalse();
        assertThat(browser.signIn(analyst.account(), analyst.secret()).statusCode())
                .isEqualTo(302);
    }

    @Test
    void isEnrolledWithACodeAndShowsItsRecoveryCodesOnce(CapturedOutput output) {
        Someone auditor = Someone.withSecret(system, "AUDITOR");
        HttpResponse<String> page = browser.signIn(auditor.account(), auditor.secret());
        String secret = Enrolled.secretOn(page);

        HttpResponse<String> codes = browser.enrol(page, new Authenticator(secret).code());

        assertThat(codes.statusCode()).isEqualTo(200);
        assertThat(codes.body()).contains("Your recovery codes", "href=\"/oauth2/authorize?");
        assertThat(Enrolled.recoveryCodesOn(codes)).hasSize(10).doesNotHaveDuplicates();
        assertThat(browser.isSignedIn()).isTrue();
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
        Someone auditor = Someone.withSecret(system, "AUDITOR");
        HttpResponse<String> page = browser.signIn(auditor.account(), auditor.secret());
        String wrong = new Authenticator(Enrolled.secretOn(page)).code().equals("000000") ? "000001" : "000000";

        HttpResponse<String> refused = browser.enrol(page, wrong);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("This code is wrong.");
        assertThat(Enrolled.secretOn(refused)).as("of the same image").isEqualTo(Enrolled.secretOn(page));
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void isNotEnrolledByWhoseSecretWasTakenBackMeanwhile() {
        Someone auditor = Someone.withSecret(system, "AUDITOR");
        HttpResponse<String> page = browser.signIn(auditor.account(), auditor.secret());
        String code = new Authenticator(Enrolled.secretOn(page)).code();
        String credential = kept(
                "select credential_id from issuer.credential where account = ? order by created_at desc limit 1",
                auditor);
        assertThat(system.post("/api/v1/accounts/" + auditor.account() + "/credentials/" + credential + "/revoke", "")
                        .status())
                .isEqualTo(200);

        assertThat(browser.enrol(page, code).statusCode()).isEqualTo(403);

        assertThat(kept("select count(*) from issuer.second_factor where account = ?", auditor))
                .isEqualTo("0");
    }

    @Test
    void leavesNothingBehindWhereItsFormIsSentAgain() {
        Someone auditor = Someone.withSecret(system, "AUDITOR");
        HttpResponse<String> page = browser.signIn(auditor.account(), auditor.secret());
        String code = new Authenticator(Enrolled.secretOn(page)).code();
        browser.enrol(page, code);

        assertThat(browser.enrol(page, code).statusCode()).isEqualTo(403);

        assertThat(kept("select count(*) from issuer.second_factor where account = ?", auditor))
                .isEqualTo("1");
    }

    private static String kept(String sql, Someone someone) {
        return JdbcClient.create(system.database().as("hps_command"))
                .sql(sql)
                .param(someone.account())
                .query(String.class)
                .single();
    }

    @Test
    void isAskedForEachTimeAndTakesNoCodeTwice() {
        Enrolled auditor = Enrolled.someone(system, browser);
        browser.forgetCookies();

        HttpResponse<String> form = browser.signIn(auditor.account(), auditor.secret());
        assertThat(form.body()).contains("Your second factor");
        assertThat(browser.isSignedIn()).isFalse();
        assertThat(browser.enterCode(form, auditor.usedCode()).body())
                .contains("This code is wrong, or was used before.");
        String next = auditor.authenticator().next();
        assertThat(location(browser.enterCode(form, next))).startsWith("/oauth2/authorize?");
        assertThat(browser.isSignedIn()).isTrue();

        try (Browser other = new Browser(system)) {
            HttpResponse<String> again = other.signIn(auditor.account(), auditor.secret());
            assertThat(other.enterCode(again, next).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void ofTwoWhoSendOneCodeAtOnceOneIsSignedIn() throws Exception {
        Enrolled auditor = Enrolled.someone(system, browser);
        browser.forgetCookies();
        try (Browser other = new Browser(system);
                ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            HttpResponse<String> ofOne = browser.signIn(auditor.account(), auditor.secret());
            HttpResponse<String> ofOther = other.signIn(auditor.account(), auditor.secret());
            String code = auditor.authenticator().next();

            List<Callable<HttpResponse<String>>> atOnce =
                    List.of(() -> browser.enterCode(ofOne, code), () -> other.enterCode(ofOther, code));

            assertThat(both.invokeAll(atOnce).stream().map(Future::resultNow).map(HttpResponse::statusCode))
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
            Authenticator authenticator = new Authenticator(Enrolled.secretOn(page));
            away.database().admitNobody();

            HttpResponse<String> answer = person.enrol(page, authenticator.code());

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("Not available at the moment");
        }
    }

    @Test
    void takesOnlySoManyWrongCodesOfAnAccountInAnHour() {
        Enrolled auditor = Enrolled.someone(system, browser);
        browser.forgetCookies();
        HttpResponse<String> form = browser.signIn(auditor.account(), auditor.secret());

        List<Integer> answers = IntStream.range(0, 12)
                .mapToObj(i -> browser.enterCode(form, "wrong-" + i).statusCode())
                .toList();

        assertThat(answers).startsWith(403, 403, 403).endsWith(429, 429);
        assertThat(browser.enterCode(form, auditor.recovery().getFirst()).statusCode())
                .as("a guess, for all that is known")
                .isEqualTo(429);
    }
}
