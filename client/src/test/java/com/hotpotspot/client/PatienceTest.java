package com.hotpotspot.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Duration NOTHING_ASKED = Duration.ZERO;
    private final Patience aMinute = Patience.of(Duration.ofMinutes(1));

    @Test
    void pausesTwiceAsLongEachTime() {
        assertThat(aMinute.pauseAfter(1, Duration.ZERO, NOTHING_ASKED)).isEqualTo(Duration.ofMillis(200));
        assertThat(aMinute.pauseAfter(2, Duration.ZERO, NOTHING_ASKED)).isEqualTo(Duration.ofMillis(400));
        assertThat(aMinute.pauseAfter(3, Duration.ZERO, NOTHING_ASKED)).isEqualTo(Duration.ofMillis(800));
    }

    @Test
    void neverPausesLongerThanTenSecondsOfItsOwnAccord() {
        assertThat(Patience.ENDLESS.pauseAfter(1_000_000, Duration.ofDays(300), NOTHING_ASKED))
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void pausesAtLeastAsLongAsTheServerAsks() {
        assertThat(aMinute.pauseAfter(1, Duration.ZERO, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void neverPausesBeyondItsLimit() {
        assertThat(aMinute.pauseAfter(9, Duration.ofSeconds(58), Duration.ofSeconds(30)))
                .isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void isAtItsEndWhenTheLimitIsSpent() {
        assertThat(aMinute.pauseAfter(9, Duration.ofMinutes(1), NOTHING_ASKED)).isEqualTo(Duration.ZERO);
    }
}
