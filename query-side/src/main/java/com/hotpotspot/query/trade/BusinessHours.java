package com.hotpotspot.query.trade;

import com.hotpotspot.events.BusinessDay;
import com.hotpotspot.events.network.BusinessDays;
import java.time.LocalDate;

/** The hours of the clock in the order of a business day. */
final class BusinessHours {

    private BusinessHours() {}

    /** The hour of the clock in Tbilisi in which a business day begins. */
    static int first(LocalDate day, BusinessDays businessDays) {
        return businessDays.startOf(day).atZone(BusinessDay.ZONE).getHour();
    }
}
