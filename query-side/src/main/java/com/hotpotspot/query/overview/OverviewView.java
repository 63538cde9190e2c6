package com.hotpotspot.query.overview;

import com.hotpotspot.query.network.NetworkStatistics;

/**
 * The owner's page.
 *
 * @param stage how much of a network there is to show
 * @param position up to where in the log all of it speaks
 * @param parked how many events it is without
 */
record OverviewView(Stage stage, NetworkStatistics network, TradeView trade, long position, long parked) {

    /** What the page lacks, and so has to suggest. */
    enum Stage {
        UNFOUNDED,
        WITHOUT_NODES,
        WITHOUT_SALES,
        SELLING
    }

    static Stage stage(NetworkStatistics statistics) {
        if (!statistics.founded()) {
            return Stage.UNFOUNDED;
        }
        if (statistics.nodes() == 0) {
            return Stage.WITHOUT_NODES;
        }
        return statistics.sales() == 0 ? Stage.WITHOUT_SALES : Stage.SELLING;
    }
}
