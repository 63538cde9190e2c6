package com.hotpotspot.query.overview;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import com.hotpotspot.query.layout.Figures;
import com.hotpotspot.query.sale.Period;
import com.hotpotspot.query.trade.SlotRevenue;
import com.hotpotspot.query.trade.Step;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Revenue by hour, business day, week or month, stacked by node.
 *
 * @param slots every one of the period, those without sales as well; of a day only the hours from the first sale on to
 *     the last
 * @param series at most ten; smaller nodes share the last
 */
record RevenueChart(Period period, Step step, List<LocalDateTime> slots, List<Series> series) {

    private static final int MAX_SERIES = 10;
    /** No node is called so; who draws it says what they are called together. */
    private static final String OTHERS = "";

    static RevenueChart of(Period period, Step step, List<SlotRevenue> revenue) {
        List<LocalDateTime> slots = slots(period, step, revenue);
        Map<String, Map<LocalDateTime, Long>> stacks = new LinkedHashMap<>();
        Set<String> shown = Set.copyOf(largest(revenue));
        for (SlotRevenue each : revenue) {
            String name = shown.contains(each.node().value()) ? each.node().value() : OTHERS;
            stacks.computeIfAbsent(name, key -> new TreeMap<>())
                    .merge(each.slot(), each.revenueTetri(), Math::addExact);
        }
        List<Series> series = new ArrayList<>();
        stacks.forEach((name, bySlot) -> series.add(new Series(
                name, slots.stream().map(slot -> bySlot.getOrDefault(slot, 0L)).toList())));
        series.sort(Comparator.comparing((Series each) -> each.name().equals(OTHERS))
                .thenComparing(Series::name));
        return new RevenueChart(period, step, slots, series);
    }

    private static List<LocalDateTime> slots(Period period, Step step, List<SlotRevenue> revenue) {
        if (step == Step.HOUR) {
            return revenue.stream()
                    .map(SlotRevenue::slot)
                    .min(Comparator.naturalOrder())
                    .map(first -> Stream.iterate(first, slot -> !slot.isAfter(last(revenue)), slot -> slot.plusHours(1))
                            .toList())
                    .orElse(List.of());
        }
        LocalDateTime end = period.to().atStartOfDay();
        return Stream.iterate(step.slotOf(period.from()), slot -> !slot.isAfter(end), step::after)
                .toList();
    }

    private static LocalDateTime last(List<SlotRevenue> revenue) {
        return revenue.stream()
                .map(SlotRevenue::slot)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The nodes that get a series of their own. */
    private static List<String> largest(List<SlotRevenue> revenue) {
        Map<String, Long> totals = revenue.stream()
                .collect(groupingBy(each -> each.node().value(), summingLong(SlotRevenue::revenueTetri)));
        return totals.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(totals.size() > MAX_SERIES ? MAX_SERIES - 1 : MAX_SERIES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What a slot is called where there is little room. */
    String label(int index, Figures figures) {
        LocalDateTime slot = slots.get(index);
        return switch (step) {
            case HOUR -> figures.hour(slot.getHour());
            case DAY, WEEK -> figures.dayOfYear(begin(slot));
            case MONTH -> figures.month(slot.toLocalDate());
        };
    }

    /** What it is called in full. */
    String name(int index, Figures figures) {
        LocalDateTime slot = slots.get(index);
        return switch (step) {
            case HOUR -> figures.hours(slot.getHour());
            case DAY -> figures.dayOfWeek(slot.toLocalDate());
            case WEEK -> figures.day(begin(slot)) + " – " + figures.day(end(slot));
            case MONTH -> figures.month(slot.toLocalDate());
        };
    }

    /** The first and the last week may reach beyond the period. */
    private LocalDate begin(LocalDateTime slot) {
        LocalDate day = slot.toLocalDate();
        return day.isBefore(period.from()) ? period.from() : day;
    }

    private LocalDate end(LocalDateTime slot) {
        LocalDate day = step.after(slot).toLocalDate().minusDays(1);
        return day.isAfter(period.to()) ? period.to() : day;
    }

    /**
     * @param name the node; empty for those that share one
     * @param tetri one amount a slot
     */
    record Series(String name, List<Long> tetri) {}
}
