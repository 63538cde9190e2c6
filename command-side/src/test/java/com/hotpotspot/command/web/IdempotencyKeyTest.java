package com.hotpotspot.command.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.network.OwnerId;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the header {@code Idempotency-Key} promises. */
class IdempotencyKeyTest {

    private static RunningCommandSide system;

    @BeforeAll
    static void aNetworkWithOneNode() {
        system = new RunningCommandSide();
        system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
        system.post("/api/v1/nodes", """
                {"nodeId":"VAKE","type":"OWNER","city":"Tbilisi","ownerId":"founder"}""");
        system.post("/api/v1/nodes/VAKE/terminals", "{\"terminalId\":\"TILL-1\"}");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    private static String sale(String number) {
        return """
        {"nodeId":"VAKE","saleNumber":"%s","terminalId":"TILL-1","soldAt":"%s","items":[{"code":"KHI",\
        "name":"Khinkali","category":"Dumplings","quantity":5,"unitPriceTetri":180}],"totalTetri":900}""".formatted(number, Instant.now().truncatedTo(ChronoUnit.DAYS));
    }

    private static Reply post(String key, String path, String body) {
        return system.send(HttpRequest.newBuilder(system.address(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    @Test
    void theSameRequestGetsTheSameAnswerMarkedAsAReplay() {
        Reply first = post("same", "/api/v1/sales", sale("1"));
        long head = system.log().head();

        Reply again = post("same", "/api/v1/sales", sale("1"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.data()).isEqualTo(first.data());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(system.log().head()).isEqualTo(head);
    }

    @Test
    void theKeyIsUsedUpInTheCommitOfTheSale() {
        Reply reply = post("commit", "/api/v1/sales", sale("2"));

        long last = reply.data().get("position").asLong();
        assertThat(system.log().read(last - 3, 4).events())
                .extracting(StoredEvent::type)
                .containsExactly("idempotency.key-used", "sale.recorded", "tokens.minted", "check.issued");
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        post("body", "/api/v1/sales", sale("3"));

        Reply other = post("body", "/api/v1/sales", sale("4"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void anotherResourceUnderTheSameKeyIsRefused() {
        post("resource", "/api/v1/sales", sale("5"));

        Reply other = post("resource", "/api/v1/sales/VAKE:5/void", sale("5"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aKeyWhoseRequestIsStillRunningIsInConflict() throws Exception {
        DataSource database = system.database().as("hps_owner");
        try (Connection locker = database.getConnection();
                Statement statement = locker.createStatement();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            locker.setAutoCommit(false);
            statement.execute("lock table log.turn in exclusive mode");
            Future<Reply> first = callers.submit(() -> post("running", "/api/v1/sales", sale("6")));
            await().until(() -> somebodyWaits(statement));

            Reply second = post("running", "/api/v1/sales", sale("6"));

            locker.commit();
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.code()).isEqualTo("idempotency-key-running");
            assertThat(first.get().status()).isEqualTo(201);
        }
        assertThat(post("running", "/api/v1/sales", sale("6")).header("Idempotency-Replayed"))
                .isEqualTo("true");
    }

    private static boolean somebodyWaits(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                select exists (select from pg_locks join pg_database on pg_database.oid = pg_locks.database
                    where locktype = 'relation' and not granted and datname = current_database())""")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Test
    void oneResourceIsTheSameHoweverItsPathIsWritten() {
        post("written", "/api/v1/sales", sale("11"));
        String voiding = "{\"terminalId\":\"TILL-1\",\"reason\":\"NOT_SERVED\"}";
        Reply first = post("written-void", "/api/v1/sales/VAKE:0000000011/void", voiding);

        Reply again = post("written-void", "/api/v1/sales/VAKE%3A0000000011/void", voiding);

        assertThat(again.status()).as(again.text()).isEqualTo(first.status());
        assertThat(again.data().get("saleId")).isEqualTo(first.data().get("saleId"));
    }

    @Test
    void anAccountIsCreatedOnceThoughTheSystemChoosesItsId() {
        Reply first = post("account", "/api/v1/accounts", "{\"kind\":\"CLIENT\"}");
        long head = system.log().head();

        Reply again = post("account", "/api/v1/accounts", "{\"kind\":\"CLIENT\"}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.data()).isEqualTo(first.data());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(system.log().head()).isEqualTo(head);
        assertThat(post("another-account", "/api/v1/accounts", "{\"kind\":\"CLIENT\"}")
                        .data()
                        .get("accountId"))
                .isNotEqualTo(first.data().get("accountId"));
    }

    @Test
    void aSecretIsMadeOnceAndShownOnce() {
        String account = post("its-account", "/api/v1/accounts", "{\"kind\":\"CLIENT\"}")
                .data()
                .get("accountId")
                .asString();
        String path = "/api/v1/accounts/" + account + "/credentials";

        isMadeOnceAndShownOnce("credential", path, "{}", "credentialId");
    }

    @Test
    void aTillsNewSecretIsMadeOnceAndShownOnce() {
        system.post("/api/v1/nodes/VAKE/terminals", "{\"terminalId\":\"TILL-7\"}");

        isMadeOnceAndShownOnce("rotation", "/api/v1/nodes/VAKE/terminals/TILL-7/secret", "", "clientId");
    }

    private static void isMadeOnceAndShownOnce(String key, String path, String body, String id) {
        Reply first = post(key, path, body);
        long head = system.log().head();

        Reply again = post(key, path, body);

        assertThat(first.status()).isIn(200, 201);
        assertThat(first.data().get("clientSecret").asString()).isNotEmpty();
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.data().has("clientSecret")).isFalse();
        assertThat(again.data().get(id)).isEqualTo(first.data().get(id));
        assertThat(system.log().head()).isEqualTo(head);
        assertThat(system.requestToken(
                                first.data().get("clientId").asString(),
                                first.data().get("clientSecret").asString())
                        .status())
                .as("the secret that was shown is the one that counts")
                .isEqualTo(200);
    }

    /** Sent again after somebody else has set something else, a request must not set its own anew. */
    @Test
    void aRequestThatSetsSomethingSetsItOnce() {
        String node = "/api/v1/nodes/VAKE";
        setsItOnce("owner", node + "/owner", "{\"ownerId\":\"o-2\"}", node + "/owner", "{\"ownerId\":\"o-3\"}");
        setsItOnce("off", node + "/deactivate", "{}", node + "/activate", "{}");
        String account = system.post("/api/v1/accounts", "{\"kind\":\"CLIENT\"}")
                .data()
                .get("accountId")
                .asString();
        String roles = "/api/v1/accounts/" + account + "/roles";
        setsItOnce("role", roles, "{\"role\":\"ANALYST\"}", roles + "/ANALYST/revoke", "{}");
        String approval = "/api/v1/network/void-approval";
        setsItOnce("approval", approval, "{\"aboveTetri\":111}", approval, "{\"aboveTetri\":222}");
        String wallet = "/api/v1/wallets/" + new OwnerId("founder").wallet();
        setsItOnce("suspended", wallet + "/suspend", "{}", wallet + "/reinstate", "{}");
    }

    private static void setsItOnce(String key, String path, String body, String path2, String body2) {
        Reply first = post(key, path, body);
        assertThat(first.status()).isBetween(200, 201);
        assertThat(system.post(path2, body2).status()).isBetween(200, 201);
        long head = system.log().head();

        Reply again = post(key, path, body);

        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.data()).isEqualTo(first.data());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(system.log().head()).isEqualTo(head);
    }

    /** What would be refused by now was done then, and whoever asks again is told what came of it. */
    @Test
    void aRequestKeepsItsAnswerWhateverBecameOfIt() {
        String account = "/api/v1/accounts/" + newAccount();
        String issued = "8c7a0e51-2222-4222-8222-222222222222";
        keepsItsAnswer(
                "issued",
                account + "/credentials",
                "{\"credentialId\":\"%s\"}".formatted(issued),
                account + "/credentials/" + issued + "/revoke");
        String proposed = "8c7a0e51-3333-4333-8333-333333333333";
        keepsItsAnswer(
                "proposed",
                account + "/credentials/proposals",
                "{\"credentialId\":\"%s\"}".formatted(proposed),
                account + "/credentials/" + proposed + "/revoke");
        keepsItsAnswer("granted", account + "/roles", "{\"role\":\"ANALYST\"}", account + "/close");
    }

    /** It was carried out, though it found done what it was to do; so it does not do it later. */
    @Test
    void aRequestThatHadNothingToDoUsesUpItsKey() {
        String terminals = "/api/v1/nodes/VAKE/terminals";
        system.post(terminals, "{\"terminalId\":\"TILL-10\"}");
        assertThat(post("known-till", terminals, "{\"terminalId\":\"TILL-10\"}").status())
                .isEqualTo(201);
        system.post(terminals + "/TILL-10/revoke", "");
        String roles = "/api/v1/accounts/" + newAccount() + "/roles";
        system.post(roles, "{\"role\":\"ANALYST\"}");
        assertThat(post("known-role", roles, "{\"role\":\"ANALYST\"}").status()).isEqualTo(201);
        system.post(roles + "/ANALYST/revoke", "{}");
        long head = system.log().head();

        Reply till = post("known-till", terminals, "{\"terminalId\":\"TILL-10\"}");
        Reply role = post("known-role", roles, "{\"role\":\"ANALYST\"}");

        assertThat(till.code()).isEqualTo("terminal-revoked");
        assertThat(role.status()).isEqualTo(201);
        assertThat(role.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(system.log().head()).isEqualTo(head);
    }

    private static void keepsItsAnswer(String key, String path, String body, String undoing) {
        Reply first = post(key, path, body);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(system.post(undoing, "{}").status()).isEqualTo(200);
        long head = system.log().head();

        Reply again = post(key, path, body);

        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.data().has("clientSecret")).isFalse();
        first.data().properties().stream()
                .filter(field -> !field.getKey().equals("clientSecret"))
                .forEach(field -> assertThat(again.data().get(field.getKey())).isEqualTo(field.getValue()));
        assertThat(system.log().head()).isEqualTo(head);
        if (first.data().has("clientSecret")) {
            assertThat(system.requestToken(
                                    first.data().get("clientId").asString(),
                                    first.data().get("clientSecret").asString())
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void aTillIsAdmittedOnceAndStaysDismissed() {
        String terminals = "/api/v1/nodes/VAKE/terminals";

        Reply first = post("till", terminals, "{\"terminalId\":\"TILL-9\"}");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.data().get("clientSecret").asString()).isNotBlank();
        Reply again = post("till", terminals, "{\"terminalId\":\"TILL-9\"}");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.data().has("clientSecret")).isFalse();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        Reply revoked = post("no-till", terminals + "/TILL-9/revoke", "");
        assertThat(revoked.status()).isEqualTo(200);
        long head = system.log().head();

        assertThat(post("till", terminals, "{\"terminalId\":\"TILL-9\"}").code())
                .isEqualTo("terminal-revoked");
        assertThat(post("no-till", terminals + "/TILL-9/revoke", "").header("Idempotency-Replayed"))
                .isEqualTo("true");
        assertThat(system.log().head()).isEqualTo(head);
    }

    @Test
    void theCredentialOfAnotherAccountIsNotOnesOwn() {
        String ours = "8c7a0e51-1111-4111-8111-111111111111";
        String theirs = newAccount();
        Reply issued =
                system.post("/api/v1/accounts/" + theirs + "/credentials", "{\"credentialId\":\"%s\"}".formatted(ours));
        String other = newAccount();

        Reply taken =
                system.post("/api/v1/accounts/" + other + "/credentials", "{\"credentialId\":\"%s\"}".formatted(ours));
        Reply revoked = system.post("/api/v1/accounts/" + other + "/credentials/" + ours + "/revoke", "");

        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.code()).isEqualTo("credential-taken");
        assertThat(revoked.status()).isEqualTo(404);
        assertThat(system.requestToken(theirs, issued.data().get("clientSecret").asString())
                        .status())
                .isEqualTo(200);
    }

    private static String newAccount() {
        return system.post("/api/v1/accounts", "{\"kind\":\"CLIENT\"}")
                .data()
                .get("accountId")
                .asString();
    }

    @Test
    void aKeyThatIsTooLongIsMalformed() {
        assertThat(post("k".repeat(255), "/api/v1/sales", sale("7")).status()).isEqualTo(201);

        Reply reply = post("k".repeat(256), "/api/v1/sales", sale("8"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("idempotency-key-malformed");
    }

    @Test
    void twoKeysAreNone() {
        Reply reply = system.send(HttpRequest.newBuilder(system.address("/api/v1/sales"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "one")
                .header("Idempotency-Key", "another")
                .POST(HttpRequest.BodyPublishers.ofString(sale("12")))
                .build());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("idempotency-key-malformed");
    }

    @Test
    void aRequestThatFailedValidationDoesNotBurnItsKey() {
        assertThat(post("unburnt", "/api/v1/sales", "{\"nodeId\":\"VAKE\"}").status())
                .isEqualTo(422);
        assertThat(post("unburnt", "/api/v1/sales", sale("9").replace("TILL-1", "TILL-2"))
                        .status())
                .isEqualTo(403);

        assertThat(post("unburnt", "/api/v1/sales", sale("9")).status()).isEqualTo(201);
    }

    @Test
    void whatTheClientPutIntoItsKeyIsNotInTheLog() {
        Reply reply = post("a-very-private-key", "/api/v1/sales", sale("10"));

        long last = reply.data().get("position").asLong();
        assertThat(system.log().read(last - 3, 4).events())
                .extracting(event -> new String(event.payload(), UTF_8))
                .noneMatch(payload -> payload.contains("a-very-private-key"));
    }
}
