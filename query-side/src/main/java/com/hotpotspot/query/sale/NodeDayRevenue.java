package com.hotpotspot.query.sale;

import com.hotpotspot.events.network.NodeId;
import java.time.LocalDate;

/** What one node took in on one business day. */
public record NodeDayRevenue(NodeId node, LocalDate day, long revenueTetri) {}
