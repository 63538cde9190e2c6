package com.hotpotspot.query.trade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatiosTest {

    @ParameterizedTest
    @CsvSource({"10, 4, 3", "9, 4, 2", "0, 3, 0", "-10, 4, -3", "7, 1, 7"})
    void anAverageIsRoundedHalfUp(long sum, long count, long average) {
        assertThat(Ratios.average(sum, count)).isEqualTo(average);
    }

    /** Against four days that brought 400 together. */
    @ParameterizedTest
    @CsvSource({"100, 0", "112, 12", "88, -12", "0, -100", "300, 200"})
    void aChangeIsToldInPerCentOfTheAverage(long amount, long percent) {
        assertThat(Ratios.change(amount, 400, 4)).isEqualTo(percent);
    }

    @Test
    void halfAPerCentIsAWholeOne() {
        assertThat(Ratios.change(201, 200, 1)).isEqualTo(1);
        assertThat(Ratios.change(199, 200, 1)).isEqualTo(-1);
    }

    @Test
    void theLargestAmountsThatThereAreCanBeCompared() {
        long most = (1L << 53) - 1;

        assertThat(Ratios.average(most, 1)).isEqualTo(most);
        assertThat(Ratios.change(most, most, 1)).isZero();
    }
}
