package com.hotpotspot.standalone.demo;

import java.util.List;

/**
 * An hour of the day by the clock, and how many guests come in it compared with the others.
 *
 * @param guests their share
 * @param mostLines the longest bill that is usual then: a coffee in the morning, a feast in the evening
 */
record BusyHour(int hour, int guests, int mostLines) {

    /** From opening at 10 to closing at 23. */
    static final List<BusyHour> DAY = List.of(
            new BusyHour(10, 3, 3),
            new BusyHour(11, 5, 3),
            new BusyHour(12, 10, 4),
            new BusyHour(13, 16, 4),
            new BusyHour(14, 13, 4),
            new BusyHour(15, 7, 4),
            new BusyHour(16, 5, 4),
            new BusyHour(17, 7, 5),
            new BusyHour(18, 12, 6),
            new BusyHour(19, 18, 6),
            new BusyHour(20, 19, 6),
            new BusyHour(21, 12, 6),
            new BusyHour(22, 5, 5));
}
