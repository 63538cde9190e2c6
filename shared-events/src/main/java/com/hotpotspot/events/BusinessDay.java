package com.hotpotspot.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Business days run from midnight to midnight in Tbilisi, whatever the clock of the machine says. */
public final class BusinessDay {

    public static final ZoneId ZONE = ZoneId.of("Asia/Tbilisi");

    private BusinessDay() {}

    public static LocalDate of(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The first instant of the day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
