package com.hotpotspot.query.sale;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import com.hotpotspot.query.layout.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Revenue by business day, stacked by node.
 *
 * @param days every day of the period, those without sales as well
 * @param series at most ten; smaller nodes share the last
 */
record RevenueChart(List<LocalDate> days, List<Series> series) {

    private static final int MAX_SERIES = 10;
    /** No node is called so; the script says what they are called together. */
    private static final String OTHERS = "";

    static final RevenueChart EMPTY = new RevenueChart(List.of(), List.of());

    static RevenueChart of(Period period, List<NodeDayRevenue> revenue) {
        List<LocalDate> days = period.from().datesUntil(period.to().plusDays(1)).toList();
        Map<String, Map<LocalDate, Long>> stacks = new LinkedHashMap<>();
        Set<String> shown = Set.copyOf(largest(revenue));
        for (NodeDayRevenue each : revenue) {
            String name = shown.contains(each.node().value()) ? each.node().value() : OTHERS;
            stacks.computeIfAbsent(name, key -> new TreeMap<>()).merge(each.day(), each.revenueTetri(), Math::addExact);
        }
        List<Series> series = new ArrayList<>();
        stacks.forEach((name, byDay) -> series.add(new Series(
                name, days.stream().map(day -> byDay.getOrDefault(day, 0L)).toList())));
        series.sort(Comparator.comparing((Series each) -> each.name().equals(OTHERS))
                .thenComparing(Series::name));
        return new RevenueChart(days, series);
    }

    /** The nodes that get a series of their own. */
    private static List<String> largest(List<NodeDayRevenue> revenue) {
        Map<String, Long> totals = revenue.stream()
                .collect(groupingBy(each -> each.node().value(), summingLong(NodeDayRevenue::revenueTetri)));
        return totals.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(totals.size() > MAX_SERIES ? MAX_SERIES - 1 : MAX_SERIES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** With its days as they are read. */
    Drawn in(Figures figures) {
        return new Drawn(
                days.stream().map(figures::dayOfYear).toList(),
                days.stream().map(figures::dayOfWeek).toList(),
                series);
    }

    /**
     * As the script draws it.
     *
     * @param days short, for the axis
     * @param names of the same days, for whoever points at one
     */
    record Drawn(List<String> days, List<String> names, List<Series> series) {}

    /**
     * @param name the node; empty for those that share one
     * @param tetri one amount a day
     */
    record Series(String name, List<Long> tetri) {}
}
