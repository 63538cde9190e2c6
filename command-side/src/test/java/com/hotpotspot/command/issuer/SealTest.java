package com.hotpotspot.command.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.testing.Spoilt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser kept and gives back. */
class SealTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final byte[] KEY = new byte[32];

    private final Seal seal = at(NOW);

    @Test
    void isTheTextThatWasGiven() {
        assertThat(seal.open("form", seal.seal("form", "a text & more", HOUR))).contains("a text & more");
        assertThat(seal.open("form", seal.seal("form", "", HOUR))).contains("");
    }

    @Test
    void countsForItsPurposeAndUntilItsTimeIsOver() {
        String sealed = seal.seal("form", "text", HOUR);

        assertThat(seal.open("pending", sealed)).isEmpty();
        assertThat(at(NOW.plus(HOUR).minusSeconds(1)).open("form", sealed)).isPresent();
        assertThat(at(NOW.plus(HOUR)).open("form", sealed)).isEmpty();
    }

    @Test
    void countsForNothingOnceAnyOfItWasChanged() {
        String sealed = seal.seal("form", "text", HOUR);

        for (int i = 0; i < sealed.length(); i++) {
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
            assertThat(seal.open("form", changed)).as(changed).isEmpty();
        }
    }

    @Test
    void isBelievedFromNobodyElse() {
        byte[] other = KEY.clone();
        other[0] = 1;

        assertThat(seal.open("form", new Seal(other, Clock.fixed(NOW, ZoneOffset.UTC)).seal("form", "text", HOUR)))
                .isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ".", "..", "a.b.c", "a.99999999999999999999.c", "a.1.b.1.c"})
    void isNothingIfItIsOfNoFormThatIsGiven(String madeUp) {
        assertThat(seal.open("form", madeUp)).isEmpty();
    }

    @Property
    void isWhatWasGivenOrNothing(@ForAll long seed) {
        String sealed = seal.seal("form", "a text & more", HOUR);
        String spoilt = Spoilt.text(sealed, new Random(seed));

        assertThat(seal.open("form", spoilt))
                .isEqualTo(spoilt.equals(sealed) ? Optional.of("a text & more") : Optional.empty());
    }

    private static Seal at(Instant now) {
        return new Seal(KEY, Clock.fixed(now, ZoneOffset.UTC));
    }
}
