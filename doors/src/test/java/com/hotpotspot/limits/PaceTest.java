package com.hotpotspot.limits;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.limits.Limits.Deadlines;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private final Pace pace = new Pace(new Deadlines(SECOND, SECOND, TEN_SECONDS, Duration.ofMinutes(1), 1_000));

    private void moved(long bytes, Duration after) {
        pace.moved(bytes, after.toNanos());
    }

    @Test
    void whoeverTricklesIsWaitedForNoLongerThanIsAllowedInSilence() {
        for (int second = 0; second < 10; second++) {
            moved(1, SECOND);
        }

        assertThatThrownBy(() -> moved(1, SECOND)).isInstanceOf(TooSlowException.class);
    }

    @Test
    void whoeverKeepsUpTheRateIsWaitedFor() {
        assertThatCode(() -> {
                    for (int second = 0; second < 60; second++) {
                        moved(1_000, SECOND);
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void nobodyIsWaitedForBeyondTheDeadline() {
        for (int second = 0; second < 60; second++) {
            moved(1_000_000, SECOND);
        }

        assertThatThrownBy(() -> moved(1_000_000, SECOND)).isInstanceOf(TooSlowException.class);
    }
}
