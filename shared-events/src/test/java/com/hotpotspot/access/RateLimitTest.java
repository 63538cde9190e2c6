package com.hotpotspot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final SetTime time = new SetTime();
    private final RateLimit<String> limit = new RateLimit<>(2, Duration.ofSeconds(10), time);

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
