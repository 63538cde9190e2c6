package com.hotpotspot.command.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.events.json.EventJson;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Tokens of an issuer elsewhere, with roles where that issuer keeps them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutsideIssuerTest {

    private static final String ISSUER = "https://sso.example/realms/food";
    private static RSAKey key;
    private static HttpServer keys;
    private static volatile boolean away = true;
    private static RunningCommandSide system;

    @BeforeAll
    static void anIssuerElsewhere() throws JOSEException, IOException {
        key = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keys.createContext("/certs", exchange -> {
            byte[] body = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(away ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        keys.start();
        system = new RunningCommandSide(
                "--hotpotspot.access.issuer=" + ISSUER,
                "--hotpotspot.access.jwks-uri=http://localhost:"
                        + keys.getAddress().getPort() + "/certs",
                "--hotpotspot.access.algorithms=RS256",
                "--hotpotspot.access.roles-claim=realm_access.roles",
                "--hotpotspot.access.client-claim=azp",
                "--hotpotspot.access.client-id=food-pages");
    }

    @AfterAll
    static void stop() {
        system.close();
        keys.stop(0);
    }

    @Test
    @Order(1)
    void isWaitedForWhereItHasNotBeenSeenYet() throws JOSEException {
        String token = token(ISSUER, "hotpotspot", "NETWORK_OWNER");

        Reply early = found(token);
        away = false;

        assertThat(early.status()).isEqualTo(503);
        assertThat(early.code()).isEqualTo("unavailable");
        assertThat(early.header("Retry-After")).isEqualTo("1");
        await().atMost(Duration.ofSeconds(30)).until(() -> found(token).status() == 201);
    }

    @Test
    void isBelievedAboutWhoSomebodyIsAndWhatTheyMayDo() throws JOSEException {
        Reply founded = found(token(ISSUER, "hotpotspot", "NETWORK_OWNER", "offline_access"));

        assertThat(founded.status()).isEqualTo(201);
        assertThat(new String(
                        system.log()
                                .read(system.log().head(), 1)
                                .events()
                                .getFirst()
                                .metadata(),
                        UTF_8))
                .contains("\"account\":\"6f1c1a52-0000-4000-8000-000000000001\"");
    }

    @Test
    void isBelievedAboutWhetherSomebodySignedInOnThePages() throws JOSEException {
        found(token(ISSUER, "hotpotspot", "NETWORK_OWNER"));

        assertThat(channelOfAWallet("of-a-person", "food-pages")).isEqualTo("page");
        assertThat(channelOfAWallet("of-a-program", "food-back-office")).isEqualTo("program");
        assertThat(channelOfAWallet("of-who-does-not-say", null)).isEqualTo("program");
    }

    private static String channelOfAWallet(String holder, @Nullable String client) throws JOSEException {
        Reply opened = system.as(tokenGivenTo(client, ISSUER, "hotpotspot", "NETWORK_OWNER"))
                .post("/api/v1/wallets", "{\"holderId\":\"%s\"}".formatted(holder));
        return EventJson.readMetadata(system.log()
                        .read(opened.data().get("position").asLong(), 1)
                        .events()
                        .getFirst()
                        .metadata())
                .getOrDefault("channel", "");
    }

    @Test
    void isBelievedAboutNothingThatWasMeantForOthers() throws JOSEException {
        assertThat(found(token("https://other.example", "hotpotspot", "NETWORK_OWNER"))
                        .status())
                .isEqualTo(401);
        assertThat(found(token(ISSUER, "another-service", "NETWORK_OWNER")).status())
                .isEqualTo(401);
        assertThat(found(token(ISSUER, "hotpotspot", "AUDITOR")).status()).isEqualTo(403);
    }

    @Test
    void isTheOnlyPlaceToSignIn() {
        assertThat(system.requestToken("administrator", "x").status()).isEqualTo(404);
        assertThat(system.as(null).get("/sign-in").status()).isEqualTo(404);
    }

    private static Reply found(String token) {
        return system.as(token).post("/api/v1/network", "{\"founderId\":\"founder\"}");
    }

    private static String token(String issuer, String audience, String... roles) throws JOSEException {
        return tokenGivenTo(null, issuer, audience, roles);
    }

    private static String tokenGivenTo(@Nullable String client, String issuer, String audience, String... roles)
            throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience(audience)
                        .subject("6f1c1a52-0000-4000-8000-000000000001")
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                        .claim("azp", client)
                        .claim("realm_access", Map.of("roles", List.of(roles)))
                        .build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
