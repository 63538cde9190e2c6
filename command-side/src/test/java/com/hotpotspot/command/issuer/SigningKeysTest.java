package com.hotpotspot.command.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.keystore.Passphrase;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {

    private static final JWKSelector ALL = new JWKSelector(new JWKMatcher.Builder().build());

    @TempDir
    private Path directory;

    private final MovedClock clock = new MovedClock();
    private final Passphrase passphrase = Passphrase.generate();
    private Keystore keystore;

    @BeforeEach
    void newKeystore() {
        keystore = Keystore.create(directory.resolve("keystore"), passphrase);
    }

    @AfterEach
    void close() {
        keystore.close();
        passphrase.close();
    }

    @Test
    void surviveARestart() {
        List<JWK> before = keys(keystore).get(ALL, null);

        try (Keystore opened = Keystore.open(directory.resolve("keystore"), passphrase)) {
            assertThat(keys(opened).get(ALL, null)).isEqualTo(before);
        }
    }

    @Test
    void areReplacedWhenOldAndGoOnVerifyingForAWhile() {
        SigningKeys keys = keys(keystore);
        JWK first = keys.get(ALL, null).getFirst();

        clock.passes(Duration.ofDays(91));
        List<JWK> afterwards = keys.get(ALL, null);
        assertThat(afterwards).hasSize(2).last().isEqualTo(first);

        clock.passes(Duration.ofDays(3));
        assertThat(keys(keystore).get(ALL, null)).containsExactly(afterwards.getFirst());
    }

    @Test
    void thatAnotherProcessMadeAreFoundWithoutARestart() {
        SigningKeys keys = keys(keystore);
        clock.passes(Duration.ofDays(91));
        try (Keystore other = Keystore.open(directory.resolve("keystore"), passphrase)) {
            JWK made = keys(other).get(ALL, null).getFirst();

            List<JWK> found = keys.get(
                    new JWKSelector(
                            new JWKMatcher.Builder().keyID(made.getKeyID()).build()),
                    null);

            assertThat(found).containsExactly(made);
        }
    }

    private SigningKeys keys(Keystore store) {
        return new SigningKeys(
                store,
                new IssuerSettings(Duration.ofMinutes(10), Duration.ofDays(90), Duration.ofHours(12), 100, 10),
                clock);
    }

    private static final class MovedClock extends Clock {

        private Instant now = Instant.parse("2026-11-24T12:00:00Z");

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return InstantSource.fixed(now).withZone(zone);
        }
    }
}
