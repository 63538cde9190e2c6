package com.hotpotspot.query.account;

import static com.hotpotspot.query.testing.Documents.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.account.AccountClosed;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialProposed;
import com.hotpotspot.events.account.CredentialRevoked;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.account.RoleRevoked;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.wallet.HolderId;
import com.hotpotspot.query.testing.PageReader;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Who may sign in: as rows, as JSON and on pages. */
class AccountsTest {

    private static final String DOOR = "/api/v1/accounts";
    private static final String PAGE = "/administration/accounts";

    private static final AccountId ADMIN = new AccountId("0-admin");
    private static final AccountId CUSTOMER = new AccountId("1-customer");
    private static final AccountId TILLS = new AccountId("2-tills");
    private static final AccountId GONE = new AccountId("3-gone");

    private static final CredentialId FIRST = new CredentialId("first");
    private static final CredentialId SECOND = new CredentialId("second");
    private static final CredentialId LAPSED = new CredentialId("lapsed");

    private static final Instant OVER = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");

    private static void happen(WrittenLog log) {
        log.append(new AccountCreated(ADMIN, AccountKind.PERSON));
        log.append(new RoleGranted(ADMIN, Role.ADMIN, List.of(), null, null, ADMIN));
        log.append(new RoleGranted(ADMIN, Role.ANALYST, List.of(), null, null, ADMIN));
        log.append(new RoleRevoked(ADMIN, Role.ANALYST, ADMIN));
        log.append(new CredentialProposed(ADMIN, FIRST, ADMIN, FAR));
        log.append(new CredentialIssued(ADMIN, FIRST, TILLS));
        log.append(new CredentialProposed(ADMIN, SECOND, TILLS, FAR));
        log.append(new CredentialProposed(ADMIN, LAPSED, TILLS, OVER));
        log.append(new AccountCreated(CUSTOMER, AccountKind.PERSON));
        log.append(new RoleGranted(CUSTOMER, Role.CUSTOMER, List.of(), new HolderId("c-1"), OVER, ADMIN));
        log.append(new AccountCreated(TILLS, AccountKind.CLIENT));
        log.append(new RoleGranted(TILLS, Role.POS_TERMINAL, List.of(new NodeId("VAKE")), null, null, ADMIN));
        log.append(new RoleGranted(
                TILLS, Role.POS_TERMINAL, List.of(new NodeId("GORI"), new NodeId("VAKE")), null, FAR, ADMIN));
        log.append(new AccountCreated(GONE, AccountKind.CLIENT));
        log.append(new RoleGranted(GONE, Role.ANALYST, List.of(), null, null, ADMIN));
        log.append(new CredentialIssued(GONE, FIRST, null));
        log.append(new CredentialRevoked(GONE, FIRST));
        log.append(new AccountClosed(GONE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void anAccountSaysWhatItMayDoAndWhatItSignsInWithWhereverBatchesEnd(int batchSize) {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG)) {
            WrittenLog log = new WrittenLog(database);
            happen(log);
            try (RunningQuerySide side =
                    RunningQuerySide.on(database, "hotpotspot.projections.batch-size=" + batchSize)) {
                WebTestClient client = side.caughtUpTo(log.head()).client();

                assertThatJson(client, DOOR, """
                        {"accounts": [
                          {"accountId": "0-admin", "kind": "PERSON", "closedAt": null,
                           "roles": ["ADMIN"], "credentials": 1},
                          {"accountId": "1-customer", "roles": [], "credentials": 0},
                          {"accountId": "2-tills", "kind": "CLIENT", "roles": ["POS_TERMINAL"]},
                          {"accountId": "3-gone", "roles": [], "credentials": 0}],
                         "next": null, "position": 17}
                        """);
                assertThatJson(client, DOOR + "/0-admin?atLeast=17", """
                        {"accountId": "0-admin", "created": 0, "closed": null,
                         "roles": [{"role": "ADMIN", "nodes": [], "holderId": null, "until": null,
                                    "inForce": true, "grantedBy": "0-admin", "granted": 1}],
                         "credentials": [
                           {"credentialId": "lapsed", "state": "LAPSED", "proposedBy": "2-tills", "since": 7},
                           {"credentialId": "second", "state": "PROPOSED", "proposedBy": "2-tills",
                            "confirmBefore": "2099-01-01T00:00:00Z", "shownTo": null, "since": 6},
                           {"credentialId": "first", "state": "ISSUED", "proposedBy": "0-admin",
                            "confirmBefore": null, "shownTo": "2-tills", "since": 5}],
                         "position": 17}
                        """);
                assertThatJson(client, DOOR + "/1-customer", """
                        {"roles": [{"role": "CUSTOMER", "holderId": "c-1", "until": "2020-01-01T00:00:00Z",
                                    "inForce": false}], "credentials": []}
                        """);
                assertThatJson(client, DOOR + "/2-tills", """
                        {"roles": [{"role": "POS_TERMINAL", "nodes": ["GORI", "VAKE"],
                                    "until": "2099-01-01T00:00:00Z", "inForce": true, "granted": 12}]}
                        """);
                assertThatJson(client, DOOR + "/3-gone", """
                        {"closed": 17, "credentials": [{"credentialId": "first", "state": "REVOKED", "since": 16}]}
                        """);
            }
        }
    }

    @Test
    void accountsComeInPartsAndByTheirKind() {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG);
                RunningQuerySide side = RunningQuerySide.on(database)) {
            WrittenLog log = new WrittenLog(database);
            happen(log);
            WebTestClient client = side.caughtUpTo(log.head()).client();

            assertThatJson(client, DOOR + "?limit=3", """
                    {"accounts": [{"accountId": "0-admin"}, {"accountId": "1-customer"}, {"accountId": "2-tills"}],
                     "next": "2-tills"}
                    """);
            log.append(new AccountCreated(new AccountId("0-before"), AccountKind.CLIENT));
            side.caughtUpTo(log.head());
            assertThatJson(client, DOOR + "?after=2-tills&limit=3", """
                    {"accounts": [{"accountId": "3-gone"}], "next": null}
                    """);
            assertThatJson(client, DOOR + "?kind=PERSON&limit=2&after=0-admin", """
                    {"accounts": [{"accountId": "1-customer"}], "next": null}
                    """);
            assertThat(PageReader.html(client, PAGE + "?kind=CLIENT"))
                    .contains("data-account=\"2-tills\"", "data-account=\"3-gone\"", ">Terminal<", ">Closed<")
                    .doesNotContain("data-account=\"0-admin\"", "rel=\"next\"", "style=", "onclick");
            for (String wrong : List.of("kind=ROBOT", "limit=0", "limit=1001", "after=%00", "after=A", "kind=")) {
                assertThat(side.status(DOOR + "?" + wrong, "ADMIN"))
                        .as(wrong)
                        .isEqualTo(wrong.endsWith("=") ? 200 : 400);
            }
        }
    }

    @Test
    void aPageSaysOfAnAccountWhatTheLogSaysAndLeadsToItsEvents() {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG);
                RunningQuerySide side = RunningQuerySide.on(database)) {
            WrittenLog log = new WrittenLog(database);
            happen(log);
            WebTestClient client = side.caughtUpTo(log.head()).client();

            assertThat(PageReader.html(client, PAGE + "/0-admin"))
                    .contains("data-role=\"ADMIN\"", "href=\"/explorer/events/1\"", "data-credential=\"second\"")
                    .contains("Waits for a second person", "As of position")
                    .doesNotContain("data-role=\"ANALYST\"", "style=", "onclick");
            assertThat(PageReader.html(client, PAGE + "/1-customer")).contains("c-1", "at its end", "cannot sign in");
            assertThat(PageReader.html(client, PAGE + "/3-gone"))
                    .contains("closed ", "href=\"/explorer/events/17\"", "Revoked");
            assertThat(PageReader.html(client, PAGE)).contains("href=\"/administration/accounts/0-admin\"");
        }
    }

    /** Where there is nothing, and whatever is asked for. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnAnEmptyLog {

        @AutoClose
        private final RunningQuerySide side = RunningQuerySide.onAnEmptyLog();

        @ParameterizedTest
        @ValueSource(strings = {"nobody", "UPPER", "%00", "..%2F..", "x' or '1'='1", "<script>", "აკაკი"})
        void anAccountThatThereIsNotOrCannotBeIsUnknown(String id) {
            String path = id.startsWith("%") || id.startsWith(".")
                    ? id
                    : URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
            for (String door : List.of(DOOR, PAGE)) {
                side.client()
                        .get()
                        .uri(URI.create(side.url(door + "/" + path)))
                        .exchange()
                        .expectStatus()
                        .value(status -> assertThat(status).as(door).isIn(400, 404));
            }
        }

        @Test
        void anEmptyLogHasNoAccountsAndOnlyThoseWhoOverseeTheNetworkSeeThat() {
            assertThatJson(side.clientAs("AUDITOR"), DOOR, """
                    {"accounts": [], "next": null, "position": -1}
                    """);
            assertThat(PageReader.html(side.clientAs("NETWORK_OWNER"), PAGE))
                    .contains("The log is empty.", "no such account");
            for (String other : List.of("COMPLIANCE_HEAD", "ANALYST", "FRANCHISEE:VAKE", "CUSTOMER:somebody")) {
                for (String path : List.of(DOOR, DOOR + "/0-admin", PAGE, PAGE + "/0-admin")) {
                    assertThat(side.status(path, other)).as(other + path).isEqualTo(403);
                }
            }
            assertThat(side.statusForNobody(DOOR)).isEqualTo(401);
        }
    }
}
