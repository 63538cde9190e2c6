package com.hotpotspot.query.sale;

import com.hotpotspot.query.network.NodeSummary;

/**
 * One node's page.
 *
 * @param chart JSON of a {@link RevenueChart.Drawn}
 * @param position up to where in the log all of it speaks
 * @param parked how many events it is without
 */
record NodeView(NodeSummary node, PeriodView period, String chart, long position, long parked) {}
