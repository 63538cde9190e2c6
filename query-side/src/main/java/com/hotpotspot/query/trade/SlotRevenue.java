package com.hotpotspot.query.trade;

import com.hotpotspot.events.network.NodeId;
import java.time.LocalDateTime;

/**
 * What a node took in in a part of a period.
 *
 * @param slot when the part begins, by the clock in Tbilisi
 */
public record SlotRevenue(NodeId node, LocalDateTime slot, long revenueTetri) {}
