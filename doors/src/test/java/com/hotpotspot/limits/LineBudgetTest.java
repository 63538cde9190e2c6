package com.hotpotspot.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LineBudgetTest {

    private long now;
    private final LineBudget lines = new LineBudget(2, () -> now);

    @Test
    void soManyLinesAMinuteAreWrittenAndTheRestIsCounted() {
        assertThat(lines.allows()).isTrue();
        assertThat(lines.allows()).isTrue();
        assertThat(lines.allows()).isFalse();
        assertThat(lines.allows()).isFalse();

        now += Duration.ofMinutes(1).toNanos();

        assertThat(lines.allows()).isTrue();
        assertThat(lines.keptBack()).isEqualTo(2);
        assertThat(lines.keptBack()).isZero();
    }
}
