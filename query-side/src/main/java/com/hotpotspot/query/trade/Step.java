package com.hotpotspot.query.trade;

import com.hotpotspot.query.sale.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** Into what parts a period is divided to be drawn, so that a long one does not become a row of needles. */
public enum Step {
    HOUR,
    DAY,
    /** From Monday on. */
    WEEK,
    MONTH;

    /** Two months of days. */
    private static final long MOST_DAYS = 62;

    /** Some fourteen months of weeks. */
    private static final long MOST_DAYS_OF_WEEKS = 430;

    /** A day by hours, then by days, weeks and months the longer it is. */
    public static Step of(Period period) {
        long days = ChronoUnit.DAYS.between(period.from(), period.to()) + 1;
        if (days == 1) {
            return HOUR;
        }
        if (days <= MOST_DAYS) {
            return DAY;
        }
        return days <= MOST_DAYS_OF_WEEKS ? WEEK : MONTH;
    }

    /** When the part begins that a day is in; of a day itself, midnight. */
    public LocalDateTime slotOf(LocalDate day) {
        return switch (this) {
            case HOUR, DAY -> day.atStartOfDay();
            case WEEK ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay();
            case MONTH -> day.withDayOfMonth(1).atStartOfDay();
        };
    }

    /** When the next part begins. */
    public LocalDateTime after(LocalDateTime slot) {
        return switch (this) {
            case HOUR -> slot.plusHours(1);
            case DAY -> slot.plusDays(1);
            case WEEK -> slot.plusWeeks(1);
            case MONTH -> slot.plusMonths(1);
        };
    }
}
