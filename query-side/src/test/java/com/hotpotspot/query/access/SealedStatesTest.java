package com.hotpotspot.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.testing.Spoilt;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sign-in is remembered by, while it is in strangers' hands. */
class SealedStatesTest {

    private static final BegunSignIn SIGN_IN = new BegunSignIn(
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            15,
            "hash-of-the-secret",
            "the-verifier",
            "the-nonce",
            Target.of("/nodes/VAKE?from=2026-01-01"));

    private final SealedStates states = new SealedStates();

    @Test
    void whatWasSealedHereIsReadHere() {
        assertThat(states.open(states.seal(SIGN_IN))).contains(SIGN_IN);
    }

    @Test
    void nobodyElseReadsOrWritesIt() {
        assertThat(new SealedStates().open(states.seal(SIGN_IN))).isEmpty();
        assertThat(states.seal(SIGN_IN)).matches("[A-Za-z0-9_-]+").doesNotContain("verifier");
    }

    @Test
    void noTwoLookAlike() {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            assertThat(all.add(states.seal(SIGN_IN))).isTrue();
        }
    }

    @Test
    void aChangedLetterMakesItWorthless() {
        String sealed = states.seal(SIGN_IN);
        for (int i = 0; i < sealed.length() - 1; i++) { // the last may hold bits that mean nothing
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
            assertThat(states.open(changed)).as("letter %s", i).isEmpty();
        }
        assertThat(states.open(sealed.substring(0, sealed.length() / 2))).isEmpty();
        assertThat(states.open(sealed + "AAAA")).isEmpty();
    }

    @Property
    void aSpoiltStateIsWhatItWasOrWorthless(@ForAll long seed) {
        String spoilt = Spoilt.text(states.seal(SIGN_IN), new Random(seed));

        assertThat(states.open(spoilt).filter(opened -> !opened.equals(SIGN_IN)))
                .isEmpty();
    }

    /** Nowhere else, whatever a link says. */
    @Property
    void aSpoiltTargetIsAPlaceHere(@ForAll long seed) {
        Target target = Target.of(Spoilt.text("/nodes/VAKE?from=2026-01-01&to=2026-01-31", new Random(seed)));

        assertThat(Target.of(target.path())).isEqualTo(target);
        assertThat(URI.create("http://here.example/").resolve(target.path()))
                .hasScheme("http")
                .hasHost("here.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "../../..", "=", "\u0000", "ა"})
    void whatIsNoneIsNone(String made) {
        assertThat(states.open(made)).isEmpty();
        assertThat(states.open(made.repeat(10_000))).isEmpty();
    }

    @Test
    void aTargetIsAPlaceHere() {
        assertThat(Target.of("/audit?position=7").path()).isEqualTo("/audit?position=7");
        for (String elsewhere : new String[] {
            "https://example.org/",
            "//example.org",
            "/\\example.org",
            "audit",
            "",
            "/a b",
            "/a\r\nb",
            "/" + "a".repeat(500)
        }) {
            assertThat(Target.of(elsewhere)).as(elsewhere).isEqualTo(Target.FIRST_PAGE);
        }
        assertThat(Target.of((String) null)).isEqualTo(Target.FIRST_PAGE);
    }
}
