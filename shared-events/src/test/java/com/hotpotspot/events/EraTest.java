package com.hotpotspot.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EraTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T09:12:05Z,           2026-11-28T09:12:05Z",
        "2026-11-28T09:12:05.123456789Z, 2026-11-28T09:12:05.123456789Z",
        "2026-11-28t09:12:05z,           2026-11-28T09:12:05Z",
        "2026-11-28T13:12:05+04:00,      2026-11-28T09:12:05Z",
        "2024-02-29T00:00:00-18:00,      2024-02-29T18:00:00Z",
    })
    void aTimeIsReadAsRfc3339WritesIt(String text, Instant instant) {
        assertThat(Era.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-28T24:00:00Z",
                "2026-12-31T23:59:60Z",
                "2026-11-28T09:60:00Z",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "+2026-11-28T09:12:05Z",
                "-2026-11-28T09:12:05Z",
                "+12026-11-28T09:12:05Z",
                "226-11-28T09:12:05Z",
                "2026-11-28T09:12:05",
                "2026-11-28T09:12Z",
                "2026-11-28 09:12:05Z",
                "2026-11-28T09:12:05,5Z",
                "2026-11-28T09:12:05.1234567890Z",
                "2026-11-28T09:12:05+19:00",
                "2026-11-28T09:12:05+0400",
                "2026-11-28T09:12:05[Asia/Tbilisi]",
                "\u0662026-11-28T09:12:05Z",
                "2026-11-28",
                "1764321125",
                "",
            })
    void whatIsNoTimeOrCouldMeanTwoIsRefused(String text) {
        assertThatThrownBy(() -> Era.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void theEraIncludesItsBoundsAndNothingBeyond() {
        assertThat(Era.require(Era.BEGIN, "soldAt")).isEqualTo(Era.BEGIN);
        assertThat(Era.require(Era.END, "soldAt")).isEqualTo(Era.END);
        for (Instant outside :
                new Instant[] {Era.BEGIN.minusNanos(1), Era.END.plusNanos(1), Instant.MIN, Instant.MAX, Instant.EPOCH
                }) {
            assertThatThrownBy(() -> Era.require(outside, "soldAt"))
                    .isInstanceOfSatisfying(
                            InvalidValue.class,
                            invalid -> assertThat(invalid.field()).isEqualTo("soldAt"));
        }
    }
}
