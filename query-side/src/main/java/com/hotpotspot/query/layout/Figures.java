package com.hotpotspot.query.layout;

import com.hotpotspot.events.BusinessDay;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * Figures, days and times as people read them in a language, by the Unicode CLDR that the JDK has. Amounts are decimal
 * numbers throughout, so that nothing is ever rounded. Public methods are for templates; a page has one of its own,
 * since what writes the numbers can write one at a time.
 */
public final class Figures {

    /** The lari's sign. CLDR has it in Georgian alone, and letters in the other languages. */
    private static final String LARI = "₾";

    private final NumberFormat counts;
    private final NumberFormat hundredths;
    private final NumberFormat thousandths;
    private final DecimalFormat money;
    private final DateTimeFormatter days;
    private final DateTimeFormatter daysOfYears;
    private final DateTimeFormatter daysOfWeeks;
    private final DateTimeFormatter months;
    private final DateTimeFormatter moments;
    private final NumberFormat changes;
    private final Locale locale;

    private Figures(Locale locale) {
        counts = NumberFormat.getIntegerInstance(locale);
        hundredths = decimals(2, locale);
        thousandths = decimals(3, locale);
        money = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
        DecimalFormatSymbols symbols = money.getDecimalFormatSymbols();
        symbols.setCurrencySymbol(LARI);
        money.setDecimalFormatSymbols(symbols);
        money.setMinimumFractionDigits(2);
        money.setMaximumFractionDigits(2);
        days = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        daysOfYears = DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale);
        daysOfWeeks = DateTimeFormatter.ofLocalizedPattern("yMMMEd").withLocale(locale);
        months = DateTimeFormatter.ofLocalizedPattern("yMMM").withLocale(locale);
        changes = NumberFormat.getPercentInstance(locale);
        this.locale = locale;
        moments = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(BusinessDay.ZONE);
    }

    /** As they are written where a locale is spoken. */
    public static Figures in(Locale locale) {
        return new Figures(locale);
    }

    private static NumberFormat decimals(int digits, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format;
    }

    /** For example 5,343. */
    public String count(long number) {
        return counts.format(number);
    }

    /** Tetri as an amount of money, for example ₾159,217.90. */
    public String money(long tetri) {
        return money.format(BigDecimal.valueOf(tetri, 2));
    }

    /** Tetri as lari without their sign, for where something else says what they are: 159,217.90. */
    public String lari(long tetri) {
        return hundredths.format(BigDecimal.valueOf(tetri, 2));
    }

    /** Units as tokens, for example 5,343.00. */
    public String tokens(long units) {
        return hundredths.format(BigDecimal.valueOf(units, 2));
    }

    /** Grams as kilograms without their sign, for example 3.350. */
    public String kilograms(long grams) {
        return thousandths.format(BigDecimal.valueOf(grams, 3));
    }

    /** For example 15 Jan 2026. */
    public String day(LocalDate day) {
        return days.format(day);
    }

    /** For example 15 Jan. */
    public String dayOfYear(LocalDate day) {
        return daysOfYears.format(day);
    }

    /** For example Thu, 15 Jan 2026. */
    public String dayOfWeek(LocalDate day) {
        return daysOfWeeks.format(day);
    }

    /** For example Jan 2026. */
    public String month(LocalDate day) {
        return months.format(day);
    }

    /** For example Thursday. */
    public String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    /** For example Thu. */
    public String weekdayShort(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    }

    /** An hour of the clock as it begins: 14:00. */
    public String hour(int hour) {
        return String.format(Locale.ROOT, "%02d:00", hour);
    }

    /** A whole hour of the clock: 14:00–15:00. */
    public String hours(int hour) {
        return hour(hour) + "–" + hour((hour + 1) % 24);
    }

    /** By how many per cent something is more or less, with the sign: +12%. */
    public String change(long percent) {
        String amount = changes.format(BigDecimal.valueOf(percent, 2));
        return percent > 0 ? "+" + amount : amount;
    }

    /** By the clock in Tbilisi, as everybody there reads it: 15 Jan 2026, 23:04:05. */
    public String moment(Instant instant) {
        return moments.format(instant);
    }

    /** How long a bar is beside the longest, from 0 to 100. */
    public static long percent(long part, long whole) {
        return whole == 0 ? 0 : Math.multiplyExact(part, 100L) / whole;
    }
}
