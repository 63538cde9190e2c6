package com.hotpotspot.query.trade;

import com.hotpotspot.events.BusinessDay;
import com.hotpotspot.events.network.BusinessDays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/**
 * When a node counts as silent: a whole hour has passed without a sale in which it usually sells. An hour is usual on a
 * weekday when the node sold in it on at least half of the same weekdays of the weeks before. So a new node has no
 * usual hours yet, and one that has been closed for more than half of that time has none any longer.
 *
 * @param weeks how many full weeks before today tell what is usual
 */
record SilencePolicy(int weeks) {

    /** By the last 28 days. */
    static final SilencePolicy FOUR_WEEKS = new SilencePolicy(4);

    /** How many days before today tell what is usual. */
    int days() {
        return weeks * DayOfWeek.values().length;
    }

    /** On how many of the same weekdays a node has to have sold in an hour for it to be usual. */
    int daysThatMakeItUsual() {
        return (weeks + 1) / 2;
    }

    /**
     * Since when a node is silent.
     *
     * @param lastSale when it sold last
     * @param usual its usual hours
     * @return when it sold last, if it is silent
     */
    Optional<Instant> silentSince(Instant lastSale, Set<UsualHour> usual, BusinessDays businessDays, Instant now) {
        Instant begun = now.truncatedTo(ChronoUnit.HOURS);
        Instant earliest = now.minus(Duration.ofDays(days()));
        for (Instant hour = begun.minus(Duration.ofHours(1));
                hour.isAfter(lastSale) && hour.isAfter(earliest);
                hour = hour.minus(Duration.ofHours(1))) {
            if (usual.contains(UsualHour.at(hour, businessDays))) {
                return Optional.of(lastSale);
            }
        }
        return Optional.empty();
    }

    /**
     * An hour of the week.
     *
     * @param weekday of the business day
     * @param hour of the clock in Tbilisi, which is whole hours ahead of UTC
     */
    record UsualHour(DayOfWeek weekday, int hour) {

        static UsualHour at(Instant instant, BusinessDays businessDays) {
            return new UsualHour(
                    businessDays.dayOf(instant).getDayOfWeek(),
                    instant.atZone(BusinessDay.ZONE).getHour());
        }
    }
}
