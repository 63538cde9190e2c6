package com.hotpotspot.command.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.command.testing.RunningCommandSide.Visitor;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Who gets a token, what it says, and how far it reaches. */
class SignInDoorTest {

    private static RunningCommandSide system;

    @BeforeAll
    static void aNetworkWithTwoNodes() {
        system = new RunningCommandSide(
                "--hotpotspot.issuer.requests-per-address=1000",
                "--hotpotspot.issuer.requests-per-client=100",
                "--hotpotspot.limits.sign-ins.address-at-once=1000",
                "--hotpotspot.limits.sign-ins.client-at-once=100");
        system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
        for (String node : List.of("VAKE", "GORI")) {
            system.post(
                    "/api/v1/nodes",
                    "{\"nodeId\":\"%s\",\"type\":\"OWNER\",\"city\":\"Tbilisi\",\"ownerId\":\"founder\"}"
                            .formatted(node));
        }
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void aTokenSaysWhoAndWhatForAndUntilWhen() throws ParseException {
        Visitor till = till("VAKE", "SAYS");
        SignedJWT token = SignedJWT.parse(tokenOfTill);
        JWTClaimsSet claims = token.getJWTClaimsSet();

        assertThat(till).isNotNull();
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:8080");
        assertThat(claims.getSubject()).isEqualTo("till-4-vake-says");
        assertThat(claims.getAudience()).containsExactly("hotpotspot");
        assertThat(claims.getStringListClaim("roles")).containsExactly("POS_TERMINAL:VAKE/SAYS");
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isEqualTo(600_000);
    }

    @Test
    void theKeysThatVerifyTokensArePublishedWithoutTheirPrivatePart() throws ParseException {
        JsonNode keys = system.as(null).get("/oauth2/jwks").json().get("keys");

        assertThat(keys).isNotEmpty().allSatisfy(key -> assertThat(key.has("d")).isFalse());
        assertThat(keys.get(0).get("kid").asString())
                .isEqualTo(SignedJWT.parse(system.administratorsToken())
                        .getHeader()
                        .getKeyID());
    }

    @ParameterizedTest
    @ValueSource(strings = {"administrator", "nobody", "pages", "Not An Id", "till-4-vake-none"})
    void nobodySignsInWithAWrongSecret(String account) {
        Reply reply = system.requestToken(account, "wrong");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().get("error").asString()).isEqualTo("invalid_client");
        assertThat(reply.text()).doesNotContain("wrong");
    }

    @Test
    void aTillSellsForItsNodeAndForNoOther() {
        Visitor till = till("VAKE", "T1");
        system.post("/api/v1/nodes/GORI/terminals", "{\"terminalId\":\"T1\"}");
        long head = system.log().head();

        Reply elsewhere = till.post("/api/v1/sales", sale("GORI", "T1", "1"));
        Reply batch = till.post("/api/v1/sales/batch", "application/x-ndjson", sale("GORI", "T1", "1"));

        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(elsewhere.code()).isEqualTo("forbidden");
        assertThat(batch.json().get("status").asString()).isEqualTo("refused");
        assertThat(batch.json().get("code").asString()).isEqualTo("forbidden");
        assertThat(system.log().head()).isEqualTo(head);
        assertThat(till.post("/api/v1/sales", sale("VAKE", "T1", "1")).status()).isEqualTo(201);
        assertThat(lastMetadata()).contains("\"account\":\"till-4-vake-t1\"").contains("\"role\":\"POS_TERMINAL\"");
    }

    @Test
    void aRevokedTillIsOutAtOnceAndForGood() {
        Visitor till = till("VAKE", "T2");
        assertThat(till.post("/api/v1/sales", sale("VAKE", "T2", "T2-1")).status())
                .isEqualTo(201);

        system.post("/api/v1/nodes/VAKE/terminals/T2/revoke", "");

        assertThat(till.post("/api/v1/sales", sale("VAKE", "T2", "T2-2")).status())
                .isEqualTo(401);
        assertThat(system.requestToken("till-4-vake-t2", secretOfTill).status()).isEqualTo(401);
    }

    @Test
    void aNewSecretTakesThePlaceOfTheOld() {
        till("VAKE", "T3");
        String old = secretOfTill;

        JsonNode replaced =
                system.post("/api/v1/nodes/VAKE/terminals/T3/secret", "").data();

        assertThat(system.requestToken("till-4-vake-t3", old).status()).isEqualTo(401);
        assertThat(system.requestToken(
                                "till-4-vake-t3", replaced.get("clientSecret").asString())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aFranchiseeLooksAfterTheirNodesAndNoOthers() {
        Visitor franchisee = system.as(system.tokenFor("FRANCHISEE", ",\"nodes\":[\"VAKE\"]"));

        assertThat(franchisee
                        .post("/api/v1/nodes/VAKE/terminals", "{\"terminalId\":\"F1\"}")
                        .status())
                .isEqualTo(201);
        assertThat(franchisee
                        .post("/api/v1/nodes/GORI/terminals", "{\"terminalId\":\"F1\"}")
                        .code())
                .isEqualTo("forbidden");
        assertThat(franchisee.post("/api/v1/nodes/GORI/terminals/T1/secret", "").code())
                .isEqualTo("forbidden");
    }

    @Test
    void aCustomerOpensAndFillsTheirOwnWalletOnly() {
        Visitor customer = system.as(system.tokenFor("CUSTOMER", ",\"holderId\":\"c-1\""));
        String own = customer.post("/api/v1/wallets", "{\"holderId\":\"c-1\"}")
                .data()
                .get("walletId")
                .asString();
        String other = system.post("/api/v1/wallets", "{\"holderId\":\"c-2\"}")
                .data()
                .get("walletId")
                .asString();
        Visitor till = till("VAKE", "T4");
        JsonNode receipt =
                till.post("/api/v1/sales", sale("VAKE", "T4", "T4-1")).data();
        String claim = "{\"claimCode\":\"%s\",\"walletId\":\"%s\"}";
        String door = "/api/v1/checks/" + receipt.get("checkId").asString() + "/claim";
        String code = receipt.get("claimCode").asString();

        assertThat(customer.post("/api/v1/wallets", "{\"holderId\":\"c-2\"}").code())
                .isEqualTo("forbidden");
        assertThat(customer.post(door, claim.formatted(code, other)).code()).isEqualTo("forbidden");
        assertThat(customer.post(door, claim.formatted(code, own)).status()).isEqualTo(201);
    }

    @Test
    void aRoleThatWasTakenAwayIsOfNoUseFromThenOn() {
        String account = system.post("/api/v1/accounts", "{\"kind\":\"CLIENT\"}")
                .data()
                .get("accountId")
                .asString();
        system.post("/api/v1/accounts/" + account + "/roles", "{\"role\":\"NETWORK_OWNER\"}");
        String secret = system.post("/api/v1/accounts/" + account + "/credentials", "{}")
                .data()
                .get("clientSecret")
                .asString();
        Visitor owner = system.as(system.token(account, secret));
        assertThat(owner.post("/api/v1/nodes/GORI/activate", "").status()).isEqualTo(200);

        system.post("/api/v1/accounts/" + account + "/roles/NETWORK_OWNER/revoke", "");
        assertThat(owner.post("/api/v1/nodes/GORI/activate", "").status()).isEqualTo(403);

        system.post("/api/v1/accounts/" + account + "/close", "");
        assertThat(owner.post("/api/v1/nodes/GORI/activate", "").status()).isEqualTo(401);
        assertThat(system.requestToken(account, secret).status()).isEqualTo(401);
    }

    @Test
    void aTokenThatWasNotIssuedHereIsNotBelieved() throws JOSEException, ParseException {
        JWTClaimsSet claims = SignedJWT.parse(system.administratorsToken()).getJWTClaimsSet();
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("made-up").generate();
        JWTClaimsSet stale = new JWTClaimsSet.Builder(claims)
                .expirationTime(Date.from(Instant.now().minus(1, ChronoUnit.HOURS)))
                .build();

        for (String token :
                List.of("", "x", "a.b.c", new PlainJWT(claims).serialize(), signed(claims, key), signed(stale, key))) {
            Reply reply = system.as(token).post("/api/v1/nodes/GORI/activate", "");
            assertThat(reply.status()).as(token).isEqualTo(401);
            assertThat(reply.header("WWW-Authenticate")).contains("invalid_token");
            assertThat(reply.code()).isEqualTo("unauthenticated");
        }
    }

    @Test
    void noSecretEverComesNearTheLog() {
        till("VAKE", "T5");

        system.log().read(0, 10_000).events().forEach(event -> {
            assertThat(new String(event.payload(), UTF_8)).doesNotContain(secretOfTill);
            assertThat(new String(event.metadata(), UTF_8)).doesNotContain(secretOfTill);
        });
    }

    private String secretOfTill = "";
    private String tokenOfTill = "";

    private Visitor till(String node, String terminal) {
        JsonNode till = system.post(
                        "/api/v1/nodes/" + node + "/terminals", "{\"terminalId\":\"%s\"}".formatted(terminal))
                .data();
        secretOfTill = till.get("clientSecret").asString();
        tokenOfTill = system.token(till.get("clientId").asString(), secretOfTill);
        return system.as(tokenOfTill);
    }

    private static String lastMetadata() {
        return new String(
                system.log().read(system.log().head(), 1).events().getFirst().metadata(), UTF_8);
    }

    private static String signed(JWTClaimsSet claims, ECKey key) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private static String sale(String node, String terminal, String number) {
        return """
                {"nodeId":"%s","saleNumber":"%s","terminalId":"%s","soldAt":"%s","items":[{"code":"KHI",\
                "name":"Khinkali","category":"Dumplings","quantity":5,"unitPriceTetri":180}],"totalTetri":900}""".formatted(node, number, terminal, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }
}
