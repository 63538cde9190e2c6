package com.hotpotspot.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Business days are those of Tbilisi, whatever the clock of the machine says. Here they run from midnight to midnight;
 * where a network lets them begin later, {@link com.hotpotspot.events.network.BusinessDays} knows.
 */
public final class BusinessDay {

    public static final ZoneId ZONE = ZoneId.of("Asia/Tbilisi");

    private BusinessDay() {}

    public static LocalDate of(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
