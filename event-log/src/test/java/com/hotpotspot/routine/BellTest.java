package com.hotpotspot.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long a rest lasts, at moments named by hand. */
class BellTest {

    private static final Rest REST = new Rest(Duration.ofNanos(50), Duration.ofNanos(1_000));

    private final Bell bell = new Bell();

    @Test
    void unlessItIsRungARestLastsItsMost() {
        assertThat(bell.left(REST, 0)).isEqualTo(1_000);
        assertThat(bell.left(REST, 400)).isEqualTo(600);
        assertThat(bell.left(REST, 1_000)).isNotPositive();
    }

    @Test
    void whoeverIsWokenHasRestedTheLeast() {
        bell.wake();

        assertThat(bell.left(REST, 20)).isEqualTo(30);
        assertThat(bell.left(REST, 50)).isNotPositive();
        assertThat(bell.left(Rest.of(Duration.ofNanos(7)), 0)).isEqualTo(7);
    }

    @Test
    void hurryAndTheEndWaitForNothing() throws InterruptedException {
        bell.hurry();
        assertThat(bell.left(REST, 0)).isNotPositive();
        bell.rest(REST);
        assertThat(bell.left(REST, 0)).isEqualTo(1_000);

        bell.end();
        assertThat(bell.left(REST, 0)).isNotPositive();
        bell.rest(Rest.of(Duration.ofHours(1)));
        bell.pause(Duration.ofHours(1));
        assertThat(bell.left(REST, 0)).isNotPositive();
    }

    @Test
    void whatWasRungBeforeARestIsHeardInItAndThenNoMore() throws InterruptedException {
        bell.wake();

        bell.rest(Rest.upTo(Duration.ofHours(1)));

        assertThat(bell.left(REST, 0)).isEqualTo(1_000);
    }

    @Test
    void noRestEndsBeforeItBegins() {
        assertThatThrownBy(() -> new Rest(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rest.of(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
