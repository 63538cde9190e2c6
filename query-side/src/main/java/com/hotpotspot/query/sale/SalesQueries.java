package com.hotpotspot.query.sale;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.projection.ProjectionName;
import com.hotpotspot.query.projection.Snapshots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Answers about node-days: totals and best sellers, of one node or of the whole network. */
@Component
public final class SalesQueries {

    private static final int BEST_OF_PERIOD = 10;
    private static final int BEST_OF_DAY = 5;

    private static final String OF_NODE_IN_PERIOD =
            " where (:node::text is null or node = :node) and day between :from and :to ";

    private final JdbcClient jdbc;
    private final Snapshots snapshots;

    SalesQueries(JdbcClient jdbc, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
    }

    /** What its answers are made from. */
    public ProjectionName projection() {
        return NodeSalesProjection.NAME;
    }

    /** @param node null for the whole network */
    public PeriodSales sales(@Nullable NodeId node, RequestedPeriod requested) {
        return snapshots.read(NodeSalesProjection.NAME, position -> {
            Period period = close(node, requested);
            if (period == null) {
                return new PeriodSales(node, null, null, 0, 0, 0, List.of(), List.of(), position);
            }
            List<DaySales> days = days(node, period);
            return new PeriodSales(
                    node,
                    period.from(),
                    period.to(),
                    days.stream().mapToLong(DaySales::sales).reduce(0, Math::addExact),
                    days.stream().mapToLong(DaySales::revenueTetri).reduce(0, Math::addExact),
                    days.stream().mapToLong(DaySales::units).reduce(0, Math::addExact),
                    bestSellers(node, period),
                    days,
                    position);
        });
    }

    /**
     * What was sold most in a period, without its days.
     *
     * @param node null for the whole network
     */
    public List<BestSeller> bestSellers(@Nullable NodeId node, RequestedPeriod requested) {
        return snapshots.read(NodeSalesProjection.NAME, position -> {
            Period period = close(node, requested);
            return period == null ? List.<BestSeller>of() : bestSellers(node, period);
        });
    }

    private @Nullable Period close(@Nullable NodeId node, RequestedPeriod requested) {
        Optional<Period> all = jdbc.sql(
                        "select min(day), max(day) from node_day" + " where :node::text is null or node = :node")
                .param("node", node == null ? null : node.value(), Types.VARCHAR)
                .query((row, number) -> {
                    LocalDate first = row.getObject(1, LocalDate.class);
                    LocalDate last = row.getObject(2, LocalDate.class);
                    return first == null ? Optional.<Period>empty() : Optional.of(new Period(first, last));
                })
                .single();
        return all.isPresent() ? requested.limitedWithin(all.get()) : requested.withoutSales();
    }

    private List<DaySales> days(@Nullable NodeId node, Period period) {
        Map<LocalDate, List<BestSeller>> best = bestSellersByDay(node, period);
        return inPeriod("""
                        select day, sum(sales)::bigint as sales, sum(revenue_tetri)::bigint as revenue_tetri,
                               sum(discount_tetri)::bigint as discount_tetri, sum(tip_tetri)::bigint as tip_tetri,
                               sum(voided_sales)::bigint as voided_sales,
                               sum(refunded_tetri)::bigint as refunded_tetri,
                               sum(minted_units)::bigint as minted_units, sum(burned_units)::bigint as burned_units
                        from node_day""" + OF_NODE_IN_PERIOD + "group by day order by day", node, period)
                .query((row, number) -> new DaySales(
                        day(row),
                        row.getLong("sales"),
                        row.getLong("voided_sales"),
                        row.getLong("revenue_tetri"),
                        row.getLong("discount_tetri"),
                        row.getLong("tip_tetri"),
                        row.getLong("refunded_tetri"),
                        row.getLong("minted_units"),
                        row.getLong("burned_units"),
                        best.getOrDefault(day(row), List.of())))
                .list();
    }

    private List<BestSeller> bestSellers(@Nullable NodeId node, Period period) {
        return inPeriod("""
                        select code, (array_agg(name order by day desc, node))[1] as name,
                               (array_agg(category order by day desc, node))[1] as category,
                               sum(quantity)::bigint as quantity, sum(grams)::bigint as grams,
                               sum(revenue_tetri)::bigint as revenue_tetri
                        from node_day_item""" + OF_NODE_IN_PERIOD + """
                        group by code having sum(quantity) > 0 or sum(grams) > 0 order by quantity desc, revenue_tetri desc, code limit\s""" + BEST_OF_PERIOD, node, period)
                .query((row, number) -> bestSeller(row))
                .list();
    }

    private Map<LocalDate, List<BestSeller>> bestSellersByDay(@Nullable NodeId node, Period period) {
        return inPeriod("""
                        select * from (
                            select i.*, row_number() over (
                                partition by day order by quantity desc, revenue_tetri desc, code) as place
                            from (
                                select day, code, (array_agg(name order by node))[1] as name,
                                       (array_agg(category order by node))[1] as category,
                                       sum(quantity)::bigint as quantity, sum(grams)::bigint as grams,
                                       sum(revenue_tetri)::bigint as revenue_tetri
                                from node_day_item""" + OF_NODE_IN_PERIOD + """
                                group by day, code having sum(quantity) > 0 or sum(grams) > 0) as i) as placed
                        where place <=\s""" + BEST_OF_DAY + " order by day, place", node, period)
                .query((row, number) -> Map.entry(day(row), bestSeller(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private StatementSpec inPeriod(String sql, @Nullable NodeId node, Period period) {
        return jdbc.sql(sql)
                .param("node", node == null ? null : node.value(), Types.VARCHAR)
                .param("from", period.from())
                .param("to", period.to());
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return row.getObject("day", LocalDate.class);
    }

    private static BestSeller bestSeller(ResultSet row) throws SQLException {
        return new BestSeller(
                row.getString("code"),
                row.getString("name"),
                row.getString("category"),
                row.getLong("quantity"),
                row.getLong("grams"),
                row.getLong("revenue_tetri"));
    }
}
