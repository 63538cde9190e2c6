package com.hotpotspot.command.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Visitor;
import com.hotpotspot.testing.RawConnection;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was taken away is of no use from then on, whatever was obtained with it before. */
class RevocationTest {

    private static final List<String> DOORS_TO_READ = List.of("/actuator/prometheus", "/actuator/info", "/v3/api-docs");

    private static RunningCommandSide system;

    @BeforeAll
    static void aNetworkWithANode() {
        system = new RunningCommandSide(
                "--hotpotspot.issuer.requests-per-address=1000",
                "--hotpotspot.issuer.requests-per-client=100",
                "--hotpotspot.limits.sign-ins.address-at-once=1000",
                "--hotpotspot.limits.sign-ins.client-at-once=100");
        system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
        system.post(
                "/api/v1/nodes",
                "{\"nodeId\":\"VAKE\",\"type\":\"OWNER\",\"city\":\"Tbilisi\",\"ownerId\":\"founder\"}");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void aTokenNamesTheCredentialItWasObtainedWith() throws ParseException {
        String account = accountOf("AUDITOR");
        Credential credential = credentialOf(account);

        String token = system.token(account, credential.secret());

        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("credential"))
                .isEqualTo(credential.id());
    }

    @Test
    void aRevokedCredentialEndsItsOwnTokensAtEveryDoorAndNoOthers() {
        String account = accountOf("ADMIN");
        Credential lost = credentialOf(account);
        Credential kept = credentialOf(account);
        Visitor thief = system.as(system.token(account, lost.secret()));
        Visitor owner = system.as(system.token(account, kept.secret()));
        assertThat(statuses(thief)).containsOnly(200);
        assertThat(thief.post("/api/v1/accounts", "{\"kind\":\"CLIENT\"}").status())
                .isEqualTo(201);

        system.post("/api/v1/accounts/" + account + "/credentials/" + lost.id() + "/revoke", "");

        assertThat(statuses(thief)).containsOnly(401);
        assertThat(thief.post("/api/v1/accounts", "{\"kind\":\"CLIENT\"}").code())
                .isEqualTo("unauthenticated");
        assertThat(system.requestToken(account, lost.secret()).status()).isEqualTo(401);
        assertThat(statuses(owner)).containsOnly(200);
        assertThat(system.requestToken(account, kept.secret()).status()).isEqualTo(200);
    }

    @Test
    void aNewSecretOfATillEndsTheTokensOfTheOld() {
        JsonNode till = system.post("/api/v1/nodes/VAKE/terminals", "{\"terminalId\":\"T1\"}")
                .data();
        String account = till.get("clientId").asString();
        Visitor before =
                system.as(system.token(account, till.get("clientSecret").asString()));
        assertThat(before.post("/api/v1/sales", "{}").status()).isEqualTo(422);

        JsonNode replaced =
                system.post("/api/v1/nodes/VAKE/terminals/T1/secret", "").data();

        assertThat(before.post("/api/v1/sales", "{}").status()).isEqualTo(401);
        Visitor after =
                system.as(system.token(account, replaced.get("clientSecret").asString()));
        assertThat(after.post("/api/v1/sales", "{}").status()).isEqualTo(422);
    }

    @Test
    void theLinesOfABatchThatHadBegunBeforeAreRefused() throws IOException {
        JsonNode till = system.post("/api/v1/nodes/VAKE/terminals", "{\"terminalId\":\"T2\"}")
                .data();
        String token = system.token(
                till.get("clientId").asString(), till.get("clientSecret").asString());
        long before = system.log().head();

        try (RawConnection thief = new RawConnection(system.port())) {
            thief.send(
                    "POST /api/v1/sales/batch HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                            + token
                            + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + chunk(sale("1")));
            await().until(() -> system.log().head() > before);
            system.post("/api/v1/nodes/VAKE/terminals/T2/secret", "");
            thief.send(chunk(sale("2")) + "0\r\n\r\n");

            assertThat(thief.answerUntilTheEnd())
                    .contains("\"line\":1,\"status\":\"accepted\"")
                    .contains("\"code\":\"forbidden\"");
        }
    }

    @Test
    void aClosedAccountComesThroughNoDoor() {
        String account = accountOf("AUDITOR");
        Visitor auditor = system.as(system.token(account, credentialOf(account).secret()));
        assertThat(statuses(auditor)).containsOnly(200);

        system.post("/api/v1/accounts/" + account + "/close", "");

        assertThat(statuses(auditor)).containsOnly(401);
    }

    @Test
    void aRoleThatWasTakenAwayOpensTheActuatorNoLonger() {
        String account = accountOf("AUDITOR");
        Visitor auditor = system.as(system.token(account, credentialOf(account).secret()));
        assertThat(auditor.get("/actuator/prometheus").status()).isEqualTo(200);

        system.post("/api/v1/accounts/" + account + "/roles/AUDITOR/revoke", "");

        assertThat(auditor.get("/actuator/prometheus").status()).isEqualTo(403);
    }

    private static String sale(String number) {
        return """
                {"nodeId":"VAKE","saleNumber":"%s","terminalId":"T2","soldAt":"%s","items":[{"code":"KHI",\
                "name":"Khinkali","category":"Dumplings","quantity":5,"unitPriceTetri":180}],"totalTetri":900}
                """.formatted(number, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static List<Integer> statuses(Visitor visitor) {
        return DOORS_TO_READ.stream().map(door -> visitor.get(door).status()).toList();
    }

    private static String accountOf(String role) {
        String account = system.post("/api/v1/accounts", "{\"kind\":\"CLIENT\"}")
                .data()
                .get("accountId")
                .asString();
        system.post("/api/v1/accounts/" + account + "/roles", "{\"role\":\"%s\"}".formatted(role));
        return account;
    }

    private static Credential credentialOf(String account) {
        JsonNode issued = system.credentialOf(account);
        return new Credential(
                issued.get("credentialId").asString(),
                issued.get("clientSecret").asString());
    }

    private record Credential(String id, String secret) {}
}
