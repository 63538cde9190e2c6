package com.hotpotspot.query.account;

import static com.hotpotspot.query.testing.Documents.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialKind;
import com.hotpotspot.events.account.CredentialRevoked;
import com.hotpotspot.events.account.SecondFactorEnrolled;
import com.hotpotspot.events.account.SecondFactorReason;
import com.hotpotspot.events.account.SecondFactorRemovalProposed;
import com.hotpotspot.events.account.SecondFactorRemoved;
import com.hotpotspot.events.account.SignInName;
import com.hotpotspot.events.account.SignInNameGiven;
import com.hotpotspot.query.testing.PageReader;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What people sign in with: their names, what kind each credential is, and their second factors. */
class PeopleSignInTest {

    private static final String DOOR = "/api/v1/accounts";
    private static final String PAGE = "/administration/accounts";

    private static final AccountId ADMIN = new AccountId("0-admin");
    private static final AccountId NINO = new AccountId("1-nino");
    private static final AccountId GIO = new AccountId("2-gio");
    private static final AccountId PROGRAM = new AccountId("3-program");

    private static final CredentialId FIRST = new CredentialId("first");
    private static final CredentialId SECOND = new CredentialId("second");
    private static final CredentialId FACTOR = new CredentialId("factor");
    private static final CredentialId ANOTHER = new CredentialId("another");

    private static final Instant OVER = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");

    private static void happen(WrittenLog log) {
        log.append(new AccountCreated(NINO, AccountKind.PERSON));
        log.append(new SignInNameGiven(NINO, new SignInName("nino")));
        log.append(new SignInNameGiven(NINO, new SignInName("nino.b")));
        log.append(new CredentialIssued(NINO, FIRST, CredentialKind.ONE_TIME, FAR, ADMIN));
        log.append(
                new CredentialIssued(NINO, SECOND, CredentialKind.PASSWORD, null, NINO),
                new CredentialRevoked(NINO, FIRST));
        log.append(new SecondFactorEnrolled(NINO, FACTOR));
        log.append(new SecondFactorRemovalProposed(NINO, FACTOR, SecondFactorReason.LOST, ADMIN, FAR));
        log.append(new AccountCreated(GIO, AccountKind.PERSON));
        log.append(new CredentialIssued(GIO, FIRST, CredentialKind.ONE_TIME, OVER, ADMIN));
        log.append(new SecondFactorEnrolled(GIO, FACTOR));
        log.append(new SecondFactorRemovalProposed(GIO, FACTOR, SecondFactorReason.LOST, ADMIN, OVER));
        log.append(new AccountCreated(PROGRAM, AccountKind.CLIENT));
        log.append(new CredentialIssued(PROGRAM, FIRST, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void anAccountSaysWhatAPersonSignsInWithWhereverBatchesEnd(int batchSize) {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG)) {
            WrittenLog log = new WrittenLog(database);
            happen(log);
            try (RunningQuerySide side =
                    RunningQuerySide.on(database, "hotpotspot.projections.batch-size=" + batchSize)) {
                WebTestClient client = side.caughtUpTo(log.head()).client();

                assertThatJson(client, DOOR, """
                        {"accounts": [
                          {"accountId": "1-nino", "signInName": "nino.b", "credentials": 1},
                          {"accountId": "2-gio", "signInName": null, "credentials": 0},
                          {"accountId": "3-program", "signInName": null, "credentials": 1}]}
                        """);
                assertThatJson(client, DOOR + "/1-nino", """
                        {"signInName": "nino.b",
                         "credentials": [
                           {"credentialId": "first", "kind": "ONE_TIME", "state": "REVOKED", "until": null},
                           {"credentialId": "second", "kind": "PASSWORD", "state": "ISSUED", "until": null}],
                         "secondFactor": {"since": 6, "removal": {"proposedBy": "0-admin", "reason": "LOST",
                                          "confirmBefore": "2099-01-01T00:00:00Z"}}}
                        """);
                assertThatJson(client, DOOR + "/2-gio", """
                        {"credentials": [{"kind": "ONE_TIME", "state": "LAPSED", "until": "2020-01-01T00:00:00Z"}],
                         "secondFactor": {"since": 10, "removal": null}}
                        """);
                assertThatJson(client, DOOR + "/3-program", """
                        {"credentials": [{"kind": "SECRET", "state": "ISSUED"}], "secondFactor": null}
                        """);
                assertThat(PageReader.html(client, PAGE)).contains(">nino.b<");
                assertThat(PageReader.html(client, PAGE + "/1-nino"))
                        .contains(
                                "Signs in as", ">nino.b<", "Password", "One-time secret", "href=\"/explorer/events/6\"")
                        .contains("It is to be taken off", "lost, with its recovery codes")
                        .doesNotContain("style=", "onclick", "??");
                assertThat(PageReader.html(client, PAGE + "/3-program")).doesNotContain("Second factor", "Signs in as");

                log.append(new SecondFactorRemoved(NINO, FACTOR, SecondFactorReason.LOST, ADMIN));
                log.append(
                        new SecondFactorRemoved(GIO, FACTOR, SecondFactorReason.REPLACED, GIO),
                        new SecondFactorEnrolled(GIO, ANOTHER));
                side.caughtUpTo(log.head());

                assertThatJson(client, DOOR + "/1-nino", "{\"secondFactor\": null}");
                assertThatJson(client, DOOR + "/2-gio", "{\"secondFactor\": {\"since\": 16, \"removal\": null}}");
            }
        }
    }
}
