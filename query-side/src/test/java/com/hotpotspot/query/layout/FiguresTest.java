package com.hotpotspot.query.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void amountsAreTakenApartWithoutRounding() {
        assertThat(Figures.gel(0)).isEqualTo("0.00");
        assertThat(Figures.gel(5)).isEqualTo("0.05");
        assertThat(Figures.gel(15_921_790)).isEqualTo("159,217.90");
        assertThat(Figures.gel((1L << 53) - 1)).isEqualTo("90,071,992,547,409.91");
    }

    @Test
    void momentsAreShownByTheClockInTbilisi() {
        assertThat(Figures.moment(Instant.parse("2026-01-15T20:00:01Z"))).isEqualTo("16 Jan 2026, 00:00:01");
    }

    @Test
    void barsNeverOvershoot() {
        assertThat(Figures.percent(0, 0)).isZero();
        assertThat(Figures.percent(2, 3)).isEqualTo(66);
        assertThat(Figures.percent(3, 3)).isEqualTo(100);
    }
}
