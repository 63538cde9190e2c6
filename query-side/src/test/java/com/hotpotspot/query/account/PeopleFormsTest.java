package com.hotpotspot.query.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.SecondFactorEnrolled;
import com.hotpotspot.events.account.SecondFactorReason;
import com.hotpotspot.events.account.SecondFactorRemovalProposed;
import com.hotpotspot.query.testing.Browser;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.TestCommandSide;
import com.hotpotspot.query.testing.WrittenLog;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an administrator has a person sign in by a name and a password, and helps out whoever lost what they need. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleFormsTest {

    private static final AccountId NINO = new AccountId("nino");
    private static final AccountId PROGRAM = new AccountId("program");
    private static final CredentialId FACTOR = new CredentialId("factor");
    private static final String PAGE = "/administration/accounts/";

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final TestCommandSide commandSide = new TestCommandSide();
    private final RunningQuerySide side =
            RunningQuerySide.withPages(database, "hotpotspot.relay.command-side=" + commandSide.address());
    private Browser browser = new Browser();

    @BeforeAll
    void accounts() {
        WrittenLog log = new WrittenLog(database);
        log.append(new AccountCreated(NINO, AccountKind.PERSON), new SecondFactorEnrolled(NINO, FACTOR));
        log.append(new SecondFactorRemovalProposed(
                NINO, FACTOR, SecondFactorReason.LOST, PROGRAM, Instant.parse("2099-01-01T00:00:00Z")));
        log.append(new AccountCreated(PROGRAM, AccountKind.CLIENT));
        side.caughtUpTo(log.head());
    }

    @BeforeEach
    void administrator() {
        browser = new Browser();
        side.issuer().reset();
        commandSide.sent().clear();
    }

    @AfterEach
    void leave() {
        browser.close();
    }

    @AfterAll
    void close() {
        side.close();
        commandSide.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in-name", "/second-factor/removals", "/second-factor/removals/confirm"})
    void anAdministratorHasFormsForAPersonAndNoneForAProgram(String door) {
        assertThat(open(NINO).body()).contains("action=\"/do/accounts/nino" + door + "\"");
        assertThat(open(PROGRAM).body()).doesNotContain(door + "\"");

        side.issuer().people("NETWORK_OWNER");
        try (Browser owner = new Browser()) {
            assertThat(owner.open(side.url(PAGE + NINO)).body()).doesNotContain(door + "\"");
        }
    }

    @Test
    void aPersonGetsASecretThatIsGoodOnceAndAProgramDoesNot() {
        commandSide.records(-1, ",\"clientId\":\"nino\",\"clientSecret\":\"for-once\"");
        HttpResponse<String> page = open(NINO);

        HttpResponse<String> shown = sent("/do/accounts/nino/credentials", page, "oneTime%3Aflag=true");

        assertThat(page.body()).contains("name=\"oneTime:flag\"");
        assertThat(commandSide.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.line()).isEqualTo("POST /api/v1/accounts/nino/credentials");
            assertThat(sent.body()).isEqualTo("{\"oneTime\":true}");
        });
        assertThat(shown.body()).contains("id=\"client-secret\">for-once<");
        assertThat(open(PROGRAM).body()).doesNotContain("oneTime");
    }

    @Test
    void aNameIsSentAsItWasTyped() {
        commandSide.records(-1, ",\"signInName\":\"nino.b\"");

        sent("/do/accounts/nino/sign-in-name", open(NINO), "signInName=Nino.B");

        assertThat(commandSide.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.line()).isEqualTo("POST /api/v1/accounts/nino/sign-in-name");
            assertThat(sent.body()).isEqualTo("{\"signInName\":\"Nino.B\"}");
        });
    }

    private HttpResponse<String> open(AccountId account) {
        return browser.open(side.url(PAGE + account));
    }

    private HttpResponse<String> sent(String door, HttpResponse<String> page, String fields) {
        String back = URLEncoder.encode(PAGE + NINO, StandardCharsets.UTF_8);
        return browser.submitWith(
                side.url(door), page, fields + "&.back=" + back + "&.key=0190f3c1-0000-7000-8000-000000000001");
    }
}
