package com.hotpotspot.query.overview;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.network.NetworkQueries;
import com.hotpotspot.query.network.NetworkStatistics;
import com.hotpotspot.query.network.NodeSummary;
import com.hotpotspot.query.projection.ParkedEvents;
import com.hotpotspot.query.projection.Snapshots;
import com.hotpotspot.query.sale.BestSeller;
import com.hotpotspot.query.sale.DaySales;
import com.hotpotspot.query.sale.Period;
import com.hotpotspot.query.sale.PeriodSales;
import com.hotpotspot.query.sale.SalesQueries;
import com.hotpotspot.query.trade.Step;
import com.hotpotspot.query.trade.TradeQueries;
import com.hotpotspot.query.trade.TradeReport;
import com.hotpotspot.query.web.Parameters;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the pages of owners show, each page from one snapshot of the database. */
@Component
final class OverviewViews {

    private final NetworkQueries network;
    private final SalesQueries sales;
    private final TradeQueries trade;
    private final ParkedEvents parkedEvents;
    private final Snapshots snapshots;

    OverviewViews(
            NetworkQueries network,
            SalesQueries sales,
            TradeQueries trade,
            ParkedEvents parkedEvents,
            Snapshots snapshots) {
        this.network = network;
        this.sales = sales;
        this.trade = trade;
        this.parkedEvents = parkedEvents;
        this.snapshots = snapshots;
    }

    OverviewView overview(Parameters parameters) {
        return snapshots.read(() -> {
            NetworkStatistics statistics = network.statistics();
            AskedPeriod asked = AskedPeriod.of(parameters, trade.today());
            TradeView shown = shown(null, asked, sales.bestSellers(null, asked.period()), List.of());
            return new OverviewView(
                    OverviewView.stage(statistics),
                    statistics,
                    shown,
                    Math.min(statistics.position(), shown.report().position()),
                    parked());
        });
    }

    NodeView node(String nodeId, Parameters parameters) {
        return snapshots.read(() -> {
            NodeSummary node = network.known(nodeId);
            AskedPeriod asked = AskedPeriod.of(parameters, trade.today());
            PeriodSales sold = sales.sales(node.nodeId(), asked.period());
            TradeView shown = shown(node.nodeId(), asked, sold.bestSellers(), sold.days());
            return new NodeView(node, shown, shown.report().position(), parked());
        });
    }

    private long parked() {
        return parkedEvents.mostOf(network.projection(), sales.projection(), trade.projection());
    }

    /** @param days of a node; the page of the network shows none */
    private TradeView shown(
            @Nullable NodeId node, AskedPeriod asked, List<BestSeller> bestSellers, List<DaySales> days) {
        TradeReport report = trade.report(node, asked.period());
        LocalDate from = report.from();
        LocalDate to = report.to();
        Period period = from == null || to == null ? new Period(trade.today(), trade.today()) : new Period(from, to);
        Step step = Step.of(period);
        return new TradeView(
                asked,
                report,
                asked.isToday() ? trade.todayAgainstBefore(node) : null,
                report.totals().sales() == 0 ? trade.lastDay(node).orElse(null) : null,
                HeatMap.of(report.hours(), trade.firstHour()),
                step,
                RevenueChart.of(period, step, trade.revenue(node, period, step)),
                TradeView.items(bestSellers),
                TradeView.latestFirst(days));
    }
}
