package com.hotpotspot.bearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.events.account.AccountId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String ISSUER = "https://id.example.org";
    private static final String HERE = "hotpotspot";

    private final KeyServer issuer = new KeyServer();
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final VerifiedTokens<AccountId> tokens = started();

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void whatTheIssuerSaysInATokenIsBelieved() throws Exception {
        assertThat(tokens.verify(token(good()))).isEqualTo(new AccountId("auditor"));
        for (String type : List.of("at+jwt", "application/at+jwt", "JWT")) {
            assertThat(tokens.verify(typed(type))).as(type).isEqualTo(new AccountId("auditor"));
        }
    }

    @Test
    void whatIsMeantForOthersOrSaysTooLittleIsNot() {
        assertRefused(token(good().audience("another-service")));
        assertRefused(token(good().issuer("https://other.example.org")));
        assertRefused(token(good().expirationTime(null)));
        assertRefused(token(good().subject(null)));
        assertRefused(token(good().subject("NOT AN ID")));
        assertRefused(token(good().notBeforeTime(Date.from(NOON.plusSeconds(60)))));
        assertRefused(typed("logout+jwt"));
    }

    @Test
    void whatTheIssuerDidNotSignIsNot() throws JOSEException {
        assertRefused(KeyServer.sign(
                header(issuer.key()),
                good().build(),
                KeyServer.newKey(issuer.key().getKeyID())));
        assertRefused(new PlainJWT(good().build()).serialize());
        SignedJWT withASecret = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(issuer.key().getKeyID())
                        .build(),
                good().build());
        withASecret.sign(new MACSigner(issuer.key().toPublicJWK().toJSONString().repeat(2)));
        assertRefused(withASecret.serialize());
        for (String madeUp : List.of("made up", "", "bnVsbA.e30.AAAA", "bnVsbA..", "W10.W10.AAAA", "e30.bnVsbA.AAAA")) {
            assertRefused(madeUp);
        }
    }

    @Test
    void aTokenThatWasGoodIsNoLongerWhenItHasExpired() throws Exception {
        String token = token(good());
        tokens.verify(token);

        now.set(NOON.plusSeconds(600));

        assertRefused(token);
        assertRefused(token(good().jwtID("another")));
    }

    @Test
    void aKeyThatTheIssuerHasAddedIsFetched() throws Exception {
        tokens.verify(token(good()));

        issuer.changeKey();

        String token = token(good());
        await().atMost(Duration.ofSeconds(30)).until(() -> isVerified(token));
    }

    @Test
    void keysThatPeopleMakeUpAreRefusedAndNotAskedForEachTime() throws Exception {
        tokens.verify(token(good()));
        long start = System.nanoTime();
        int before = issuer.requests();

        for (int i = 0; i < 200; i++) {
            ECKey madeUp = KeyServer.newKey("made-up-" + i);
            assertRefused(KeyServer.sign(header(madeUp), good().build(), madeUp));
        }

        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        assertThat(issuer.requests() - before).isLessThanOrEqualTo(Math.toIntExact(seconds) + 1);
        assertThat(tokens.verify(token(good()))).isEqualTo(new AccountId("auditor"));
    }

    @Test
    void whileTheIssuerIsAwayItsKeysCountAndOthersAreRefused() throws Exception {
        tokens.verify(token(good()));

        issuer.answer("nothing of use");

        ECKey madeUp = KeyServer.newKey("made-up");
        assertRefused(KeyServer.sign(header(madeUp), good().build(), madeUp));
        assertThat(tokens.verify(token(good()))).isEqualTo(new AccountId("auditor"));
    }

    @Test
    void keysThatCannotBeReadAreNoFaultOfAToken() {
        VerifiedTokens<AccountId> broken = new VerifiedTokens<>(
                new Trust(ISSUER, HERE, Trust.algorithms(List.of("ES256"))),
                (selector, context) -> {
                    throw new IllegalStateException("the keystore is away");
                },
                claims -> new AccountId(claims.getSubject()),
                clock);

        assertThatThrownBy(() -> broken.verify(token(good()))).isInstanceOf(IssuerAwayException.class);
    }

    @Test
    void withoutAnyKeysItCannotBeToldWhetherATokenIsGood() {
        String token = token(good());
        issuer.answer("none");
        assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(IssuerAwayException.class);
        for (String useless : List.of("", "{}", "[]", "null", "{\"keys\":[null,1]}", "x".repeat(100_000))) {
            issuer.answer(useless);

            VerifiedTokens<AccountId> justStarted = started();
            assertThatThrownBy(() -> justStarted.verify(token))
                    .as(useless.substring(0, Math.min(9, useless.length())))
                    .isInstanceOf(IssuerAwayException.class);
        }

        issuer.answerWithKeys();

        await().atMost(Duration.ofSeconds(30)).until(() -> isVerified(token));
    }

    @Test
    void anAnswerThatNeverEndsIsNotWaitedFor() {
        issuer.trickle();

        assertThatThrownBy(() -> tokens.verify(token(good()))).isInstanceOf(IssuerAwayException.class);
    }

    @Test
    void onlyAlgorithmsWithAKeyToPublishMayBeChosen() {
        assertThat(Trust.algorithms(List.of("RS256", "ES256")))
                .containsExactlyInAnyOrder(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
        for (List<String> bad : List.of(List.<String>of(), List.of("HS256"), List.of("none"), List.of("ES256", "XY"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Trust.algorithms(bad))
                    .withMessageContaining("hotpotspot.access.algorithms");
        }
    }

    private VerifiedTokens<AccountId> started() {
        return new VerifiedTokens<>(
                new Trust(ISSUER, HERE, Trust.algorithms(List.of("ES256"))),
                IssuerKeys.at(issuer.address()),
                claims -> new AccountId(claims.getSubject()),
                clock);
    }

    private boolean isVerified(String token) {
        try {
            return tokens.verify(token).value().equals("auditor");
        } catch (RefusedTokenException | IssuerAwayException notYet) {
            return false;
        }
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(RefusedTokenException.class);
    }

    private static JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(HERE)
                .subject("auditor")
                .expirationTime(Date.from(NOON.plusSeconds(600)));
    }

    private String token(JWTClaimsSet.Builder claims) {
        return KeyServer.sign(header(issuer.key()), claims.build(), issuer.key());
    }

    private String typed(String type) {
        JWSHeader header = new JWSHeader.Builder(header(issuer.key()))
                .type(new JOSEObjectType(type))
                .build();
        return KeyServer.sign(header, good().build(), issuer.key());
    }

    private static JWSHeader header(ECKey key) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
    }
}
