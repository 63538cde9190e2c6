package com.hotpotspot.query.trade;

import static java.util.stream.Collectors.toMap;

import com.hotpotspot.events.network.BusinessDays;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.sale.Period;
import com.hotpotspot.query.trade.TradeReport.CategoryTrade;
import com.hotpotspot.query.trade.TradeReport.WeekHour;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What a node, or all of them if it is null, did in a period, by the tables of {@link TradeProjection}. */
record PeriodQueries(JdbcClient jdbc, @Nullable NodeId node) {

    private static final int MOST_CATEGORIES = 50;

    private static final String OF_NODE = "(:node::text is null or node = :node)";
    private static final String IN_PERIOD = " where " + OF_NODE + " and day between :from and :to ";

    /** From the first to the last day on which anything happened; empty if nothing did. */
    Optional<Period> all() {
        return of(jdbc.sql("select min(day) as first, max(day) as last from node_hour where " + OF_NODE))
                .query((row, number) -> {
                    LocalDate first = row.getObject("first", LocalDate.class);
                    return first == null
                            ? Optional.<Period>empty()
                            : Optional.of(new Period(first, row.getObject("last", LocalDate.class)));
                })
                .single();
    }

    /** The last day on which anything was sold. */
    Optional<LocalDate> lastDay() {
        return of(jdbc.sql("select day from node_hour where " + OF_NODE + " and sales > 0 order by day desc limit 1"))
                .query((row, number) -> row.getObject("day", LocalDate.class))
                .optional();
    }

    /** By node. */
    Map<NodeId, TradeFigures> figures(Period period, Instant now) {
        return in(period, """
                        with owing as (
                            select node, sum(units)::bigint as units from (
                                select node, units from owed""" + IN_PERIOD + """
                                and slot > :now / :slotMillis
                                union all
                                select node, units from open_royalty""" + IN_PERIOD + """
                                and voidable_until > :now and voidable_until < (:now / :slotMillis + 1) * :slotMillis
                            ) open group by node)
                        select node, sum(sales)::bigint as sales, sum(revenue_tetri)::bigint as revenue_tetri,
                               sum(voided_sales)::bigint as voided_sales, sum(voided_tetri)::bigint as voided_tetri,
                               sum(refunds)::bigint as refunds, sum(refunded_tetri)::bigint as refunded_tetri,
                               sum(owner_units)::bigint as owner_units, sum(buyer_units)::bigint as buyer_units,
                               sum(royalty_units)::bigint as royalty_units, sum(burned_units)::bigint as burned_units,
                               sum(burned_royalty_units)::bigint as burned_royalty_units,
                               coalesce((select units from owing where owing.node = h.node), 0) as owed_units
                        from node_hour h""" + IN_PERIOD + "group by node")
                .param("now", now.toEpochMilli())
                .param("slotMillis", RoyaltyRows.SLOT_MILLIS)
                .query((row, number) -> Map.entry(new NodeId(row.getString("node")), TradeFigures.of(row)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<WeekHour> hours(Period period) {
        return in(period, """
                        select extract(isodow from day)::int as weekday, hour, sum(sales)::bigint as sales,
                               sum(revenue_tetri)::bigint as revenue_tetri
                        from node_hour""" + IN_PERIOD + "and sales > 0 group by weekday, hour order by weekday, hour")
                .query((row, number) -> new WeekHour(
                        row.getInt("weekday"), row.getInt("hour"), row.getLong("sales"), row.getLong("revenue_tetri")))
                .list();
    }

    /** Those with the largest revenue, largest first. */
    List<CategoryTrade> categories(Period period) {
        return in(period, """
                        select category, sum(quantity)::bigint as quantity, sum(grams)::bigint as grams,
                               sum(revenue_tetri)::bigint as revenue_tetri
                        from node_day_category""" + IN_PERIOD + """
                        group by category having sum(quantity) > 0 or sum(grams) > 0
                        order by revenue_tetri desc, category collate "C" limit\s""" + MOST_CATEGORIES)
                .query((row, number) -> new CategoryTrade(
                        row.getString("category"),
                        row.getLong("quantity"),
                        row.getLong("grams"),
                        row.getLong("revenue_tetri")))
                .list();
    }

    /** By node and part of the period; parts without revenue are left out. */
    List<SlotRevenue> revenue(Period period, Step step, BusinessDays businessDays) {
        String slot = switch (step) {
            case HOUR, DAY -> "day";
            case WEEK -> "date_trunc('week', day::timestamp)::date";
            case MONTH -> "date_trunc('month', day::timestamp)::date";
        };
        String hour = step == Step.HOUR ? "hour" : "0";
        return in(
                        period,
                        "select node, " + slot + " as slot, " + hour
                                + " as slot_hour, sum(revenue_tetri)::bigint as revenue_tetri from node_hour"
                                + IN_PERIOD
                                + "and sales > 0 group by 1, 2, 3 order by 1, 2, 3")
                .query((row, number) -> new SlotRevenue(
                        new NodeId(row.getString("node")),
                        step == Step.HOUR
                                ? at(row.getObject("slot", LocalDate.class), row.getInt("slot_hour"), businessDays)
                                : row.getObject("slot", LocalDate.class).atStartOfDay(),
                        row.getLong("revenue_tetri")))
                .list();
    }

    /** The hours before a business day begins are its last, on the next date. */
    private static LocalDateTime at(LocalDate day, int hour, BusinessDays businessDays) {
        return hour < BusinessHours.first(day, businessDays) ? day.plusDays(1).atTime(hour, 0) : day.atTime(hour, 0);
    }

    private StatementSpec in(Period period, String sql) {
        return of(jdbc.sql(sql)).param("from", period.from()).param("to", period.to());
    }

    private StatementSpec of(StatementSpec statement) {
        return statement.param("node", node == null ? null : node.value(), Types.VARCHAR);
    }
}
