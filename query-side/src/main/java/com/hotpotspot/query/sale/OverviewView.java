package com.hotpotspot.query.sale;

import com.hotpotspot.query.network.NetworkStatistics;
import com.hotpotspot.query.network.NodeSummary;
import java.util.List;

/**
 * The owner's page.
 *
 * @param stage how much of a network there is to show
 * @param chart JSON of a {@link RevenueChart.Drawn}
 * @param position up to where in the log all of it speaks
 * @param parked how many events it is without
 */
record OverviewView(
        Stage stage,
        NetworkStatistics network,
        PeriodView period,
        String chart,
        List<NodeSummary> nodes,
        long position,
        long parked) {

    /** What the page lacks, and so has to suggest. */
    enum Stage {
        UNFOUNDED,
        WITHOUT_NODES,
        WITHOUT_SALES,
        SELLING
    }
}
