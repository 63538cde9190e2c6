package com.hotpotspot.query.sale;

import com.hotpotspot.query.layout.Tile;
import java.util.List;

/**
 * The owner's page.
 *
 * @param stage how much of a network there is to show
 * @param chart JSON of a {@link RevenueChart}
 * @param summary the tiles in a sentence, for those who hear the page
 * @param position up to where in the log all of it speaks
 * @param parked which events it is without, in a sentence; empty where it is whole
 */
record OverviewView(
        Stage stage,
        List<Tile> tiles,
        String summary,
        PeriodView period,
        String chart,
        List<NodeRow> nodes,
        long position,
        String parked) {

    /** What the page lacks, and so has to suggest. */
    enum Stage {
        UNFOUNDED,
        WITHOUT_NODES,
        WITHOUT_SALES,
        SELLING
    }
}
