package com.hotpotspot.query.sale;

import com.hotpotspot.query.layout.Tile;
import java.util.List;

/**
 * One node's page.
 *
 * @param chart JSON of a {@link RevenueChart}
 * @param summary the tiles in a sentence, for those who hear the page
 * @param position up to where in the log all of it speaks
 * @param parked which events it is without, in a sentence; empty where it is whole
 */
record NodeView(
        NodeRow node,
        List<String> terminals,
        List<Tile> tiles,
        String summary,
        PeriodView period,
        String chart,
        long position,
        String parked) {}
