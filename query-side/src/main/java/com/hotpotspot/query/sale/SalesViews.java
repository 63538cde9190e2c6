package com.hotpotspot.query.sale;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.layout.Figures;
import com.hotpotspot.query.network.NetworkQueries;
import com.hotpotspot.query.network.NetworkStatistics;
import com.hotpotspot.query.network.NodeSummary;
import com.hotpotspot.query.network.Nodes;
import com.hotpotspot.query.projection.ParkedEvents;
import com.hotpotspot.query.projection.Snapshots;
import com.hotpotspot.query.sale.OverviewView.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what the pages of sales show, each page from one snapshot of the database. */
@Component
final class SalesViews {

    private static final int DAYS = 92;

    private final NetworkQueries network;
    private final SalesQueries sales;
    private final ParkedEvents parkedEvents;
    private final Snapshots snapshots;
    private final JsonMapper json;

    SalesViews(
            NetworkQueries network,
            SalesQueries sales,
            ParkedEvents parkedEvents,
            Snapshots snapshots,
            JsonMapper json) {
        this.network = network;
        this.sales = sales;
        this.parkedEvents = parkedEvents;
        this.snapshots = snapshots;
        this.json = json;
    }

    OverviewView overview(RequestedPeriod requested, Figures figures) {
        return snapshots.read(() -> {
            NetworkStatistics statistics = network.statistics();
            Nodes nodes = network.nodes();
            PeriodSales period = sales.sales(null, orLatest(null, requested));
            return new OverviewView(
                    stage(statistics),
                    statistics,
                    PeriodView.of(period),
                    chart(null, period, figures),
                    nodes.nodes(),
                    Math.min(statistics.position(), period.position()),
                    parkedEvents.mostOf(network.projection(), sales.projection()));
        });
    }

    NodeView node(String nodeId, RequestedPeriod requested, Figures figures) {
        return snapshots.read(() -> {
            NodeSummary node = network.known(nodeId);
            PeriodSales period = sales.sales(node.nodeId(), orLatest(node.nodeId(), requested));
            NetworkStatistics statistics = network.statistics();
            return new NodeView(
                    node,
                    PeriodView.of(period),
                    chart(node.nodeId(), period, figures),
                    Math.min(statistics.position(), period.position()),
                    parkedEvents.mostOf(network.projection(), sales.projection()));
        });
    }

    private static Stage stage(NetworkStatistics statistics) {
        if (!statistics.founded()) {
            return Stage.UNFOUNDED;
        }
        if (statistics.nodes() == 0) {
            return Stage.WITHOUT_NODES;
        }
        return statistics.sales() == 0 ? Stage.WITHOUT_SALES : Stage.SELLING;
    }

    private RequestedPeriod orLatest(@Nullable NodeId node, RequestedPeriod requested) {
        return requested.equals(RequestedPeriod.ALL) ? sales.latest(node, DAYS) : requested;
    }

    private String chart(@Nullable NodeId node, PeriodSales sold, Figures figures) {
        if (sold.from() == null || sold.to() == null) {
            return json.writeValueAsString(RevenueChart.EMPTY.in(figures));
        }
        Period period = new Period(sold.from(), sold.to());
        return json.writeValueAsString(
                RevenueChart.of(period, sales.revenue(node, period)).in(figures));
    }
}
