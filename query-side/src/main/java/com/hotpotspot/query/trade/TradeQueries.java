package com.hotpotspot.query.trade;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static java.util.stream.Collectors.toMap;

import com.hotpotspot.events.network.BusinessDays;
import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.network.NetworkQueries;
import com.hotpotspot.query.network.NodeSummary;
import com.hotpotspot.query.projection.KeptBusinessDays;
import com.hotpotspot.query.projection.ProjectionName;
import com.hotpotspot.query.projection.Snapshots;
import com.hotpotspot.query.sale.Period;
import com.hotpotspot.query.sale.RequestedPeriod;
import com.hotpotspot.query.trade.TradeReport.CategoryTrade;
import com.hotpotspot.query.trade.TradeReport.CityTrade;
import com.hotpotspot.query.trade.TradeReport.NodeTrade;
import com.hotpotspot.query.trade.TradeReport.WeekHour;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Answers about how trade goes, of one node or of the whole network. */
@Component
public final class TradeQueries {

    private static final int MOST_CATEGORIES = 50;

    private static final String OF_NODE = "(:node::text is null or node = :node)";
    private static final String IN_PERIOD = " where " + OF_NODE + " and day between :from and :to ";

    private final JdbcClient jdbc;
    private final Snapshots snapshots;
    private final NetworkQueries network;
    private final KeptBusinessDays businessDays;
    private final Clock clock;

    TradeQueries(JdbcOperations jdbc, Snapshots snapshots, NetworkQueries network, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.snapshots = snapshots;
        this.network = network;
        this.clock = clock;
        this.businessDays = new KeptBusinessDays(jdbc);
    }

    /** What its answers are made from. */
    public ProjectionName projection() {
        return TradeProjection.NAME;
    }

    /** The business day that it is now. */
    public LocalDate today() {
        return snapshots.read(
                TradeProjection.NAME, position -> businessDays.read().dayOf(clock.instant()));
    }

    /** The last business day on which something was sold; empty if there is none. */
    public Optional<LocalDate> lastDay(@Nullable NodeId node) {
        return snapshots.read(TradeProjection.NAME, position -> all(node).map(Period::to));
    }

    /** @param node null for the whole network */
    public Today todayAgainstBefore(@Nullable NodeId node) {
        return snapshots.read(
                TradeProjection.NAME,
                position -> new TodayQueries(jdbc).at(node, clock.instant(), businessDays.read()));
    }

    /** @param node null for the whole network */
    public TradeReport report(@Nullable NodeId node, RequestedPeriod requested) {
        return snapshots.read(() -> {
            List<NodeSummary> nodes = network.nodes().nodes().stream()
                    .filter(each -> node == null || each.nodeId().equals(node))
                    .toList();
            return snapshots.read(TradeProjection.NAME, position -> report(node, nodes, requested, position));
        });
    }

    private TradeReport report(
            @Nullable NodeId node, List<NodeSummary> nodes, RequestedPeriod requested, long position) {
        Period period = all(node).map(requested::limitedWithin).orElseGet(requested::withoutSales);
        Instant now = clock.instant();
        Map<NodeId, TradeFigures> figures = period == null ? Map.of() : figures(node, period, now);
        List<NodeTrade> each = withSilence(nodes, figures, now, businessDays.read());
        return new TradeReport(
                node,
                period == null ? null : period.from(),
                period == null ? null : period.to(),
                each.stream().map(NodeTrade::figures).reduce(TradeFigures.NONE, TradeFigures::plus),
                period == null ? List.of() : hours(node, period),
                each,
                cities(each),
                period == null ? List.of() : categories(node, period),
                position);
    }

    private List<NodeTrade> withSilence(
            List<NodeSummary> nodes, Map<NodeId, TradeFigures> figures, Instant now, BusinessDays days) {
        Map<NodeId, Instant> silent = new SilentNodes(jdbc, SilencePolicy.FOUR_WEEKS).at(now, days);
        return nodes.stream()
                .map(node -> new NodeTrade(
                        node.nodeId(),
                        node.city(),
                        node.active(),
                        node.active() ? silent.get(node.nodeId()) : null,
                        figures.getOrDefault(node.nodeId(), TradeFigures.NONE)))
                .toList();
    }

    private static List<CityTrade> cities(List<NodeTrade> nodes) {
        Map<String, TradeFigures> cities = nodes.stream()
                .collect(groupingBy(
                        node -> node.city().name(),
                        TreeMap::new,
                        reducing(TradeFigures.NONE, NodeTrade::figures, TradeFigures::plus)));
        return cities.entrySet().stream()
                .map(city -> new CityTrade(new City(city.getKey()), city.getValue()))
                .toList();
    }

    private Optional<Period> all(@Nullable NodeId node) {
        return jdbc.sql("select min(day) as first, max(day) as last from node_hour where " + OF_NODE)
                .param("node", node == null ? null : node.value(), Types.VARCHAR)
                .query((row, number) -> {
                    LocalDate first = row.getObject("first", LocalDate.class);
                    return first == null
                            ? Optional.<Period>empty()
                            : Optional.of(new Period(first, row.getObject("last", LocalDate.class)));
                })
                .single();
    }

    private Map<NodeId, TradeFigures> figures(@Nullable NodeId node, Period period, Instant now) {
        return inPeriod("""
                        with owed as (
                            select node, sum(units)::bigint as units from open_royalty""" + IN_PERIOD + """
                            and voidable_until > :now group by node)
                        select node, sum(sales)::bigint as sales, sum(revenue_tetri)::bigint as revenue_tetri,
                               sum(voided_sales)::bigint as voided_sales, sum(voided_tetri)::bigint as voided_tetri,
                               sum(refunds)::bigint as refunds, sum(refunded_tetri)::bigint as refunded_tetri,
                               sum(owner_units)::bigint as owner_units, sum(buyer_units)::bigint as buyer_units,
                               sum(royalty_units)::bigint as royalty_units, sum(burned_units)::bigint as burned_units,
                               sum(burned_royalty_units)::bigint as burned_royalty_units,
                               coalesce((select units from owed where owed.node = h.node), 0) as owed_units
                        from node_hour h""" + IN_PERIOD + "group by node", node, period)
                .param("now", now.toEpochMilli())
                .query((row, number) -> Map.entry(new NodeId(row.getString("node")), TradeFigures.of(row)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<WeekHour> hours(@Nullable NodeId node, Period period) {
        return inPeriod("""
                        select extract(isodow from day)::int as weekday, hour, sum(sales)::bigint as sales,
                               sum(revenue_tetri)::bigint as revenue_tetri
                        from node_hour""" + IN_PERIOD + "and sales > 0 group by weekday, hour order by weekday, hour", node, period)
                .query((row, number) -> new WeekHour(
                        row.getInt("weekday"), row.getInt("hour"), row.getLong("sales"), row.getLong("revenue_tetri")))
                .list();
    }

    private List<CategoryTrade> categories(@Nullable NodeId node, Period period) {
        return inPeriod("""
                        select category, sum(quantity)::bigint as quantity, sum(grams)::bigint as grams,
                               sum(revenue_tetri)::bigint as revenue_tetri
                        from node_day_category""" + IN_PERIOD + """
                        group by category having sum(quantity) > 0 or sum(grams) > 0
                        order by revenue_tetri desc, category collate "C" limit\s""" + MOST_CATEGORIES, node, period)
                .query((row, number) -> new CategoryTrade(
                        row.getString("category"),
                        row.getLong("quantity"),
                        row.getLong("grams"),
                        row.getLong("revenue_tetri")))
                .list();
    }

    private StatementSpec inPeriod(String sql, @Nullable NodeId node, Period period) {
        return jdbc.sql(sql)
                .param("node", node == null ? null : node.value(), Types.VARCHAR)
                .param("from", period.from())
                .param("to", period.to());
    }
}
