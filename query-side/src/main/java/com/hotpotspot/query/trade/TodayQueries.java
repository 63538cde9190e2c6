package com.hotpotspot.query.trade;

import com.hotpotspot.events.BusinessDay;
import com.hotpotspot.events.network.BusinessDays;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.trade.Today.Against;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Today against days before, by the tables of {@link TradeProjection}. */
record TodayQueries(JdbcClient jdbc) {

    private static final int HOURS = 24;
    private static final int BEFORE = 28;

    Today at(@Nullable NodeId node, Instant now, BusinessDays businessDays) {
        LocalDate day = businessDays.dayOf(now);
        int first = BusinessHours.first(day, businessDays);
        int until = now.atZone(BusinessDay.ZONE).getHour();
        List<Cell> cells = cells(node, day);
        Sums today = Sums.of(cells, true);
        Sums weekday = Sums.of(
                cells.stream()
                        .filter(cell -> cell.day().getDayOfWeek() == day.getDayOfWeek())
                        .toList(),
                false);
        Sums before = Sums.of(cells, false);
        int over = Math.floorMod(until - first, HOURS);
        long soFar = today.revenue(first, over);
        return new Today(
                day,
                until,
                soFar,
                Against.of(weekday.days(), weekday.revenue(first, over), soFar),
                Against.of(before.days(), before.revenue(first, over), soFar),
                hours(first, over, today, weekday, before));
    }

    private static List<Today.Hour> hours(int first, int over, Sums today, Sums weekday, Sums before) {
        return IntStream.range(0, HOURS)
                .filter(index ->
                        today.sales()[(first + index) % HOURS] > 0 || before.sales()[(first + index) % HOURS] > 0)
                .mapToObj(index -> {
                    int hour = (first + index) % HOURS;
                    return new Today.Hour(
                            hour,
                            index < over,
                            today.sales()[hour],
                            today.revenue()[hour],
                            weekday.average(hour),
                            before.average(hour));
                })
                .toList();
    }

    private List<Cell> cells(@Nullable NodeId node, LocalDate today) {
        return jdbc.sql("""
                        select day, hour, sum(sales)::bigint as sales, sum(revenue_tetri)::bigint as revenue_tetri,
                               day = :today as now
                        from node_hour
                        where (:node::text is null or node = :node) and day between :first and :today and sales > 0
                        group by day, hour
                        """)
                .param("node", node == null ? null : node.value(), Types.VARCHAR)
                .param("first", today.minusDays(BEFORE))
                .param("today", today)
                .query((row, number) -> new Cell(
                        row.getObject("day", LocalDate.class),
                        row.getInt("hour"),
                        row.getLong("sales"),
                        row.getLong("revenue_tetri"),
                        row.getBoolean("now")))
                .list();
    }

    /** @param now whether it is of today */
    private record Cell(LocalDate day, int hour, long sales, long revenueTetri, boolean now) {}

    /**
     * By hour of the clock.
     *
     * @param days that sold anything
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sums(long days, long[] sales, long[] revenue) {

        static Sums of(List<Cell> cells, boolean now) {
            long[] sales = new long[HOURS];
            long[] revenue = new long[HOURS];
            List<Cell> counted =
                    cells.stream().filter(cell -> cell.now() == now).toList();
            for (Cell cell : counted) {
                sales[cell.hour()] = Math.addExact(sales[cell.hour()], cell.sales());
                revenue[cell.hour()] = Math.addExact(revenue[cell.hour()], cell.revenueTetri());
            }
            return new Sums(counted.stream().map(Cell::day).distinct().count(), sales, revenue);
        }

        /** Of so many hours from the first on. */
        long revenue(int first, int hours) {
            return IntStream.range(first, first + hours)
                    .mapToLong(hour -> revenue[hour % HOURS])
                    .reduce(0, Math::addExact);
        }

        long average(int hour) {
            return days == 0 ? 0 : Ratios.average(revenue[hour], days);
        }
    }
}
