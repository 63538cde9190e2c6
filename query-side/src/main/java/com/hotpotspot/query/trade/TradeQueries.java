package com.hotpotspot.query.trade;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

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
import com.hotpotspot.query.trade.TradeReport.CityTrade;
import com.hotpotspot.query.trade.TradeReport.NodeTrade;
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
import org.springframework.stereotype.Component;

/** Answers about how trade goes, of one node or of the whole network. */
@Component
public final class TradeQueries {

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
        return snapshots.read(TradeProjection.NAME, position -> of(node).lastDay());
    }

    /** The hour of the clock in Tbilisi in which business days begin now. */
    public int firstHour() {
        return snapshots.read(TradeProjection.NAME, position -> {
            BusinessDays days = businessDays.read();
            return BusinessHours.first(days.dayOf(clock.instant()), days);
        });
    }

    /** Revenue by node and part of a period, in that order; parts without revenue are left out. */
    public List<SlotRevenue> revenue(@Nullable NodeId node, Period period, Step step) {
        return snapshots.read(TradeProjection.NAME, position -> of(node).revenue(period, step, businessDays.read()));
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
            List<NodeSummary> nodes = node == null
                    ? network.nodes().nodes()
                    : network.node(node).stream().toList();
            return snapshots.read(TradeProjection.NAME, position -> report(node, nodes, requested, position));
        });
    }

    private TradeReport report(
            @Nullable NodeId node, List<NodeSummary> nodes, RequestedPeriod requested, long position) {
        Period period = of(node).all().map(requested::limitedWithin).orElseGet(requested::withoutSales);
        Instant now = clock.instant();
        Map<NodeId, TradeFigures> figures = period == null ? Map.of() : of(node).figures(period, now);
        List<NodeTrade> each = withSilence(node, nodes, figures, now, businessDays.read());
        return new TradeReport(
                node,
                period == null ? null : period.from(),
                period == null ? null : period.to(),
                each.stream().map(NodeTrade::figures).reduce(TradeFigures.NONE, TradeFigures::plus),
                period == null ? List.of() : of(node).hours(period),
                each,
                cities(each),
                period == null ? List.of() : of(node).categories(period),
                position);
    }

    private PeriodQueries of(@Nullable NodeId node) {
        return new PeriodQueries(jdbc, node);
    }

    private List<NodeTrade> withSilence(
            @Nullable NodeId node,
            List<NodeSummary> nodes,
            Map<NodeId, TradeFigures> figures,
            Instant now,
            BusinessDays days) {
        Map<NodeId, Instant> silent = new SilentNodes(jdbc, SilencePolicy.FOUR_WEEKS, node).at(now, days);
        return nodes.stream()
                .map(each -> new NodeTrade(
                        each.nodeId(),
                        each.city(),
                        each.active(),
                        each.active() ? silent.get(each.nodeId()) : null,
                        figures.getOrDefault(each.nodeId(), TradeFigures.NONE)))
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
}
