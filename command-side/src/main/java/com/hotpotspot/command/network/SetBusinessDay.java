package com.hotpotspot.command.network;

import com.hotpotspot.events.Era;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.DayBegin;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Let business days begin at another time of day. Repeating it changes nothing.
 *
 * @param from the first day that begins so
 */
public record SetBusinessDay(DayBegin beginsAt, LocalDate from) implements NetworkCommand<BusinessDaySet> {

    /** @throws InvalidValue if the day is one on which nothing can happen */
    public SetBusinessDay {
        InvalidValue.unless(
                !from.isBefore(LocalDate.ofInstant(Era.BEGIN, ZoneOffset.UTC))
                        && from.isBefore(LocalDate.ofInstant(Era.END, ZoneOffset.UTC)),
                "from",
                "must lie between 2000-01-01 and 2099-12-31");
    }
}
