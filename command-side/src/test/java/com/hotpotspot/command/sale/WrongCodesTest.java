package com.hotpotspot.command.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.events.account.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How often an account may guess. */
class WrongCodesTest {

    private static final AccountId ANA = new AccountId("ana");
    private static final AccountId BEKA = new AccountId("beka");

    private final SetClock clock = new SetClock();
    private final WrongCodes codes = new WrongCodes(clock);

    private void wrong(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(codes.isRight(ANA, () -> false)).isFalse();
        }
    }

    @Test
    void afterTwentyWrongCodesNoCodeOfTheAccountIsLookedAt() {
        wrong(20);

        assertThatThrownBy(() -> codes.isRight(ANA, () -> {
                    throw new AssertionError("was looked at");
                }))
                .isInstanceOfSatisfying(TooManyRequestsException.class, tooMany -> {
                    assertThat(tooMany.code()).isEqualTo(CheckCode.CLAIM_CODES_EXHAUSTED);
                    assertThat(tooMany.retryAfterSeconds()).isEqualTo(3_600);
                });
        assertThat(codes.isRight(BEKA, () -> true)).isTrue();
    }

    @Test
    void rightCodesDoNotCount() {
        wrong(19);
        for (int i = 0; i < 100; i++) {
            assertThat(codes.isRight(ANA, () -> true)).isTrue();
        }
        wrong(1);
    }

    @Test
    void withinAnyHourThereAreTwentyAndNoMore() {
        wrong(1);
        clock.now = clock.now.plus(Duration.ofMinutes(59));
        wrong(19);

        clock.now = clock.now.plus(Duration.ofMinutes(1));

        wrong(1);
        assertThatThrownBy(() -> wrong(1)).isInstanceOf(TooManyRequestsException.class);
    }

    @Test
    void manyAtOnceAreNoWayAround() {
        AtomicInteger looked = new AtomicInteger();
        try (ExecutorService guesses = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 500; i++) {
                guesses.submit(() -> codes.isRight(ANA, () -> looked.incrementAndGet() < 0));
            }
        }
        assertThat(looked).hasValue(20);
    }

    private static final class SetClock extends Clock {

        private Instant now = Instant.parse("2026-11-22T09:12:05Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
