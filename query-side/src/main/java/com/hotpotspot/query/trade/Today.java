package com.hotpotspot.query.trade;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Today against days before, as far as today has come: by the hours that are over.
 *
 * @param until the hour of the clock in Tbilisi at which the comparison ends
 * @param revenueTetri of today, up to there
 * @param sameWeekday against the same weekday in the four weeks before; null where none of them brought anything by
 *     then
 * @param fourWeeks against the 28 days before; null where none of them brought anything by then
 * @param hours those in which something was sold, in the order of a business day
 */
public record Today(
        LocalDate day,
        int until,
        long revenueTetri,
        @Nullable Against sameWeekday,
        @Nullable Against fourWeeks,
        List<Hour> hours) {

    /** No hour of today is over, or nothing is there to compare it with. Public because templates call it. */
    public boolean isIncomparable() {
        return sameWeekday == null && fourWeeks == null;
    }

    /**
     * Days that something is compared with.
     *
     * @param days how many of them sold anything
     * @param averageTetri what such a day brought up to the same hour, rounded half up to a tetri
     * @param percent by how much today differs
     */
    public record Against(long days, long averageTetri, long percent) {

        /** Null where those days brought nothing by then. */
        static @Nullable Against of(long days, long sum, long today) {
            return sum == 0 ? null : new Against(days, Ratios.average(sum, days), Ratios.change(today, sum, days));
        }
    }

    /**
     * An hour of the clock in Tbilisi.
     *
     * @param over whether it is
     * @param weekdayTetri what such an hour brings on the same weekday, as an average
     * @param usualTetri what it brings on any of the 28 days, as an average
     */
    public record Hour(int hour, boolean over, long sales, long revenueTetri, long weekdayTetri, long usualTetri) {}
}
