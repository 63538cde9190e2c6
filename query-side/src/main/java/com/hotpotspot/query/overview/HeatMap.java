package com.hotpotspot.query.overview;

import com.hotpotspot.query.trade.TradeReport.WeekHour;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What was sold by weekday and hour, as a table that shows by colour where most of it was.
 *
 * @param hours the columns: from the first to the last in which anything was sold, in the order of a business day
 * @param rows one a weekday; none if nothing was sold
 */
record HeatMap(List<Integer> hours, List<Row> rows) {

    private static final int HOURS = 24;
    private static final int LEVELS = 5;

    /** @param firstHour in which business days begin */
    static HeatMap of(List<WeekHour> sold, int firstHour) {
        if (sold.isEmpty()) {
            return new HeatMap(List.of(), List.of());
        }
        int[] places = sold.stream()
                .mapToInt(each -> Math.floorMod(each.hour() - firstHour, HOURS))
                .sorted()
                .toArray();
        List<Integer> hours = IntStream.rangeClosed(places[0], places[places.length - 1])
                .mapToObj(place -> (firstHour + place) % HOURS)
                .toList();
        long most = sold.stream().mapToLong(WeekHour::revenueTetri).max().orElse(0);
        Map<DayOfWeek, Map<Integer, WeekHour>> byDay = new HashMap<>();
        sold.forEach(each -> byDay.computeIfAbsent(DayOfWeek.of(each.weekday()), day -> new HashMap<>())
                .put(each.hour(), each));
        return new HeatMap(
                hours,
                Stream.of(DayOfWeek.values())
                        .map(day -> row(day, hours, byDay.getOrDefault(day, Map.of()), most))
                        .toList());
    }

    private static Row row(DayOfWeek day, List<Integer> hours, Map<Integer, WeekHour> sold, long most) {
        return new Row(
                day,
                hours.stream()
                        .map(hour -> {
                            WeekHour each = sold.get(hour);
                            return each == null
                                    ? new Cell(0, 0, 0)
                                    : new Cell(each.sales(), each.revenueTetri(), level(each.revenueTetri(), most));
                        })
                        .toList());
    }

    /** Free meals bring nothing and are sales all the same. */
    private static long level(long tetri, long most) {
        return most == 0 ? 1 : 1 + Math.multiplyExact(tetri, LEVELS - 1L) / most;
    }

    record Row(DayOfWeek weekday, List<Cell> cells) {}

    /** @param level of its colour, from 0 for nothing to 5 for the most */
    record Cell(long sales, long revenueTetri, long level) {}
}
