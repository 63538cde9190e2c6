package com.hotpotspot.events.network;

import com.hotpotspot.events.EventName;
import java.time.LocalDate;

/**
 * From a business day on, business days begin at this time of day. The day has not begun when this is recorded, neither
 * as it was to begin before nor as it does now, and is not to begin within the next minutes: no sale that was recorded
 * by then moves to another day.
 *
 * @param from the first day that begins so; those after it do as well, up to one for which something else is set
 */
@EventName("network.business-day-set")
public record BusinessDaySet(DayBegin beginsAt, LocalDate from) implements NetworkEvent {}
