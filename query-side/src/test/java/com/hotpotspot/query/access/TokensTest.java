package com.hotpotspot.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.query.testing.Lines;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.TestIssuer;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Which tokens count, and what becomes of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {

    private static final String DOOR = "/api/v1/network/stats";
    private static final List<String> HERE = List.of("hotpotspot");
    private static final Instant LATER = Instant.now().plusSeconds(600);

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.on(database, "hotpotspot.access.limits.ANALYST=2");
    private final TestIssuer issuer = side.issuer();

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @Test
    void aTokenOfTheIssuerForThisAudienceCounts() {
        ask(issuer.signed(admin())).expectStatus().isOk();
        ask(issuer.signed(admin().audience(List.of("others", "hotpotspot"))))
                .expectStatus()
                .isOk();
    }

    @Test
    void noOtherTokenCounts() {
        expectBadToken("made-up");
        expectBadToken(issuer.forged(admin()));
        expectBadToken(new PlainJWT(admin().build()).serialize());
        expectBadToken(issuer.signed(admin().issuer("http://localhost:1")));
        expectBadToken(issuer.signed(admin().audience("pages")));
        expectBadToken(issuer.signed(admin().audience(List.of())));
        expectBadToken(
                issuer.signed(admin().expirationTime(Date.from(Instant.now().minusSeconds(1)))));
        expectBadToken(issuer.signed(admin().expirationTime(null)));
        expectBadToken(issuer.signed(admin().notBeforeTime(Date.from(LATER))));
        expectBadToken(issuer.signed(admin().subject(null)));
        expectBadToken(issuer.signed(admin().subject("Not an account")));
    }

    /** Changing one letter leaves a token that still looks like one. */
    @Test
    void aTokenThatWasTamperedWithDoesNotCount() {
        String[] parts = issuer.signed(admin()).split("\\.");
        String[] others = issuer.token("somebody", "ANALYST").split("\\.");

        expectBadToken("%s.%s.%s".formatted(parts[0], parts[1], others[2]));
        expectBadToken("%s.%s.".formatted(parts[0], parts[1]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YWRtaW46YWRtaW4=", "Negotiate x"})
    void anotherWayOfSayingWhoOneIsIsNone(String authorization) {
        expectUnauthenticated(side.nobody()
                        .get()
                        .uri(DOOR)
                        .header("Authorization", authorization)
                        .exchange())
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer realm=\"hotpotspot\"");
    }

    @Test
    void aTokenInTheAddressDoesNotCount() {
        expectUnauthenticated(side.nobody()
                .get()
                .uri(DOOR + "?access_token=" + issuer.signed(admin()))
                .exchange());
    }

    @Test
    void aNewKeyOfTheIssuerIsFetchedWhenATokenNamesIt() {
        ask(issuer.signed(admin())).expectStatus().isOk();

        issuer.changeKey();

        await().atMost(Duration.ofSeconds(10)).until(() -> status(issuer.signed(admin())) == 200);
    }

    @Test
    void whateverTokensPeopleMakeUpTheIssuerIsAskedOnceASecond() {
        ask(issuer.signed(admin())).expectStatus().isOk();
        int before = issuer.keyRequests();
        Instant start = Instant.now();

        for (int i = 0; i < 100; i++) {
            expectBadToken(issuer.forged(admin()));
        }

        assertThat(issuer.keyRequests() - before)
                .isLessThanOrEqualTo(1
                        + Math.toIntExact(Duration.between(start, Instant.now()).toSeconds()));
    }

    @Test
    void whileTheIssuerIsAwayItsKeysStillCount() {
        ask(issuer.signed(admin())).expectStatus().isOk();
        issuer.away(true);
        try {
            ask(issuer.signed(admin())).expectStatus().isOk();
        } finally {
            issuer.away(false);
        }
    }

    @Test
    void whoeverAsksTooOftenIsSentAway() {
        String token = issuer.token("busy", "ANALYST");
        ResponseSpec refused = Stream.generate(() -> ask(token))
                .limit(1_000)
                .filter(answer -> answer.returnResult(byte[].class).getStatus().value() == 429)
                .findFirst()
                .orElseThrow();

        refused.expectHeader().valueEquals("Retry-After", "1");
        refused.expectHeader().contentType("application/problem+json");
        refused.expectBody().jsonPath("$.code").isEqualTo("too-many-requests");
        ask(issuer.token("calm", "ANALYST")).expectStatus().isOk();
    }

    @Test
    void aStreamEndsWhenItsReaderNoLongerCounts() throws Exception {
        Instant soon = Instant.now().plusSeconds(3);
        String token = issuer.signed(issuer.claims("analyst", HERE, soon).claim("roles", List.of("ADMIN")));

        try (Lines lines = new Lines(side.url("/api/v1/events?follow=true"), "Authorization", "Bearer " + token)) {
            await().atMost(Duration.ofSeconds(20)).until(lines::ended);

            assertThat(Instant.now()).isAfterOrEqualTo(soon.minusSeconds(1));
        }
        expectBadToken(token);
    }

    private JWTClaimsSet.Builder admin() {
        return issuer.claims("admin", HERE, LATER).claim("roles", List.of("ADMIN"));
    }

    private int status(String token) {
        return side.statusWith("Bearer " + token, DOOR);
    }

    private ResponseSpec ask(String token) {
        return side.nobody()
                .get()
                .uri(DOOR)
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private void expectBadToken(String token) {
        expectUnauthenticated(ask(token))
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer realm=\"hotpotspot\", error=\"invalid_token\"");
    }

    private static ResponseSpec expectUnauthenticated(ResponseSpec response) {
        response.expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unauthenticated");
        return response;
    }
}
