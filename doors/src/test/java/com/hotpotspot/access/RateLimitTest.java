package com.hotpotspot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final SetTime time = new SetTime();
    private final RateLimit<String> limit = new RateLimit<>(2, 2, Duration.ofSeconds(10), time);

    @Test
    void refusesWhoAsksTooOftenAndSaysHowLongToWait() {
        limit.count("ana");
        limit.count("ana");

        TooManyRequestsException refusal =
                catchThrowableOfType(TooManyRequestsException.class, () -> limit.count("ana"));

        assertThat(refusal.retryAfterSeconds()).isEqualTo(5);
    }

    @Test
    void countsEachForThemselves() {
        limit.count("ana");
        limit.count("ana");
        limit.count("nino");

        assertThatThrownBy(() -> limit.count("ana")).isInstanceOf(TooManyRequestsException.class);
    }

    @Test
    void letsThemAskAgainAfterAWhile() {
        limit.count("ana");
        limit.count("ana");
        time.passes(Duration.ofSeconds(5));

        limit.count("ana");

        assertThatThrownBy(() -> limit.count("ana")).isInstanceOf(TooManyRequestsException.class);
    }

    @Test
    void ofThoseWhoMayComeInAWhileFewMayComeAtOnce() {
        RateLimit<String> few = new RateLimit<>(2, 10, Duration.ofSeconds(10), time);
        few.count("ana");
        few.count("ana");

        assertThat(catchThrowableOfType(TooManyRequestsException.class, () -> few.count("ana"))
                        .retryAfterSeconds())
                .isEqualTo(1);
        for (int second = 0; second < 10; second++) {
            time.passes(Duration.ofSeconds(1));
            few.count("ana");
        }
        time.passes(Duration.ofHours(1));
        few.count("ana");
        few.count("ana");
        assertThatThrownBy(() -> few.count("ana"))
                .as("what was not used is not saved up")
                .isInstanceOf(TooManyRequestsException.class);
    }

    private static final class SetTime implements TimeMeter {

        private long nanos;

        void passes(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
