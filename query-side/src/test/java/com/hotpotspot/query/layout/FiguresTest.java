package com.hotpotspot.query.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    private static final Figures ENGLISH = Figures.in(Locale.UK);

    @Test
    void amountsAreTakenApartWithoutRounding() {
        assertThat(ENGLISH.lari(0)).isEqualTo("0.00");
        assertThat(ENGLISH.lari(5)).isEqualTo("0.05");
        assertThat(ENGLISH.money(15_921_790)).isEqualTo("₾159,217.90");
        assertThat(ENGLISH.money((1L << 53) - 1)).isEqualTo("₾90,071,992,547,409.91");
        assertThat(ENGLISH.tokens(-5)).isEqualTo("-0.05");
    }

    /** With spaces that do not break, which are written as plain ones here. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB | 5,343 | ₾1,234.50 | 3.350 | 15 Jan 2026 | 16 Jan 2026, 00:00:01",
                "ka | 5 343 | 1 234,50 ₾ | 3,350 | 15 იან. 2026 | 16 იან. 2026, 00:00:01",
                "ru | 5 343 | 1 234,50 ₾ | 3,350 | 15 янв. 2026 г. | 16 янв. 2026 г., 00:00:01",
            })
    void eachLanguageWritesThemInItsOwnWay(
            String language, String count, String money, String kilograms, String day, String moment) {
        Figures figures = Figures.in(Locale.forLanguageTag(language));

        assertThat(plain(figures.count(5_343))).isEqualTo(count);
        assertThat(plain(figures.money(123_450))).isEqualTo(money);
        assertThat(plain(figures.kilograms(3_350))).isEqualTo(kilograms);
        assertThat(plain(figures.day(LocalDate.of(2026, 1, 15)))).isEqualTo(day);
        assertThat(plain(figures.moment(Instant.parse("2026-01-15T20:00:01Z"))))
                .as("by the clock in Tbilisi")
                .isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB | +12% | -3% | Jan 2026 | Thu | Thursday",
                "ka | +12% | -3% | იან. 2026 | ხუთ | ხუთშაბათი",
                "ru | +12 % | -3 % | янв. 2026 г. | чт | четверг",
            })
    void changesMonthsAndWeekdaysAreWrittenInEachLanguagesWay(
            String language, String more, String less, String month, String shortDay, String weekday) {
        Figures figures = Figures.in(Locale.forLanguageTag(language));

        assertThat(plain(figures.change(12))).isEqualTo(more);
        assertThat(plain(figures.change(-3))).isEqualTo(less);
        assertThat(plain(figures.change(0))).startsWith("0");
        assertThat(plain(figures.month(LocalDate.of(2026, 1, 15)))).isEqualTo(month);
        assertThat(figures.weekdayShort(DayOfWeek.THURSDAY)).isEqualTo(shortDay);
        assertThat(figures.weekday(DayOfWeek.THURSDAY)).isEqualTo(weekday);
    }

    @Test
    void hoursAreThoseOfTheClock() {
        assertThat(ENGLISH.hour(9)).isEqualTo("09:00");
        assertThat(ENGLISH.hours(23)).isEqualTo("23:00–00:00");
    }

    @Test
    void barsNeverOvershoot() {
        assertThat(Figures.percent(0, 0)).isZero();
        assertThat(Figures.percent(2, 3)).isEqualTo(66);
        assertThat(Figures.percent(3, 3)).isEqualTo(100);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
