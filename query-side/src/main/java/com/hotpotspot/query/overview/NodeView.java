package com.hotpotspot.query.overview;

import com.hotpotspot.query.network.NodeSummary;

/**
 * One node's page.
 *
 * @param position up to where in the log all of it speaks
 * @param parked how many events it is without
 */
record NodeView(NodeSummary node, TradeView trade, long position, long parked) {}
