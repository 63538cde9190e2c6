package com.hotpotspot.events.network;

import com.hotpotspot.events.BusinessDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which business day a moment belongs to, by all that the network has set. A day begins on its own date in Tbilisi and
 * ends where the next one begins, so that days are longer or shorter only around a change.
 */
public final class BusinessDays {

    /** Nothing was set: every day begins at midnight. */
    public static final BusinessDays FROM_MIDNIGHT = new BusinessDays(new TreeMap<>());

    private final NavigableMap<LocalDate, DayBegin> begins;

    private BusinessDays(NavigableMap<LocalDate, DayBegin> begins) {
        this.begins = begins;
    }

    /** @param set in the order of the log */
    public static BusinessDays of(Collection<BusinessDaySet> set) {
        NavigableMap<LocalDate, DayBegin> begins = new TreeMap<>();
        set.forEach(each -> begins.put(each.from(), each.beginsAt()));
        return new BusinessDays(begins);
    }

    /** The same with one thing more set; what was set for the same day before does not count any longer. */
    public BusinessDays with(BusinessDaySet set) {
        NavigableMap<LocalDate, DayBegin> all = new TreeMap<>(begins);
        all.put(set.from(), set.beginsAt());
        return new BusinessDays(all);
    }

    /** The business day on which something happened. */
    public LocalDate dayOf(Instant instant) {
        ZonedDateTime inTbilisi = instant.atZone(BusinessDay.ZONE);
        LocalDate date = inTbilisi.toLocalDate();
        return inTbilisi.toLocalTime().isBefore(beginOf(date).time()) ? date.minusDays(1) : date;
    }

    /** The first instant of a business day. */
    public Instant startOf(LocalDate day) {
        return day.atTime(beginOf(day).time()).atZone(BusinessDay.ZONE).toInstant();
    }

    /** What was set for just that day, if anything. */
    public Optional<DayBegin> setFor(LocalDate day) {
        return Optional.ofNullable(begins.get(day));
    }

    private DayBegin beginOf(LocalDate day) {
        Map.Entry<LocalDate, DayBegin> latest = begins.floorEntry(day);
        return latest == null ? DayBegin.MIDNIGHT : latest.getValue();
    }
}
