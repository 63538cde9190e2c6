package com.hotpotspot.events.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Whole numbers, exact or not at all. */
class AmountsTest {

    private static final long MAX = 9_007_199_254_740_991L;

    @Test
    void amountsGoUpToWhatEveryJsonReaderCanHold() {
        assertThat(Tetri.of(MAX).value()).isEqualTo(MAX);
        assertThatThrownBy(() -> Tetri.of(MAX + 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Units.of(MAX).plus(Units.of(1))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void amountsAreNeverNegative() {
        assertThatThrownBy(() -> Tetri.of(-1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Units.of(1).minus(Units.of(2))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void arithmeticFailsRatherThanOverflows() {
        assertThatThrownBy(() -> Tetri.of(MAX).times(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void percentIsFloored() {
        assertThat(Units.of(1).percent(99)).isEqualTo(Units.ZERO);
        assertThat(Units.of(101).percent(50)).isEqualTo(Units.of(50));
    }
}
