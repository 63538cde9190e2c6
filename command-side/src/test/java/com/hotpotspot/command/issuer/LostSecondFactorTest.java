package com.hotpotspot.command.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.account.AdministratorReset;
import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.events.account.AccountId;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of a second factor whose owner has lost it, or whose process has ended. */
class LostSecondFactorTest {

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
    void isReplacedByARecoveryCodeOnce() {
        Enrolled auditor = Enrolled.someone(system, browser);
        String recovery = auditor.recovery().getFirst();
        browser.forgetCookies();

        HttpResponse<String> form = browser.signIn(auditor.account(), auditor.secret());
        assertThat(browser.enterCode(
                                form, ' ' + recovery.toLowerCase(Locale.ROOT).replace('-', ' '))
                        .statusCode())
                .isEqualTo(302);
        browser.forgetCookies();
        HttpResponse<String> again = browser.signIn(auditor.account(), auditor.secret());

        assertThat(browser.enterCode(again, recovery).statusCode()).isEqualTo(403);
        assertThat(browser.enterCode(again, auditor.recovery().getLast()).statusCode())
                .isEqualTo(302);
    }

    @Test
    void isTakenOffByTwoPeopleForAReason() {
        Enrolled auditor = Enrolled.someone(system, browser);
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
    void goesWithTheSecretsWhereTheMachineLetsAnAdministratorInAgain(@TempDir Path directory) throws IOException {
        Enrolled admin = Enrolled.someone(system, browser);
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

    @Test
    void outlivesTheProcessThatItWasSetUpWith() {
        Enrolled auditor = Enrolled.someone(system, browser);

        try (RunningCommandSide other = new RunningCommandSide(
                        "--spring.datasource.url=" + system.database().url());
                Browser elsewhere = new Browser(other)) {
            HttpResponse<String> form = elsewhere.signIn(auditor.account(), auditor.secret());

            assertThat(form.body()).contains("Your second factor");
            assertThat(elsewhere.enterCode(form, auditor.recovery().getFirst()).statusCode())
                    .isEqualTo(302);
        }
    }
}
