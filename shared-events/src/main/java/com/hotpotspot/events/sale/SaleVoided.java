package com.hotpotspot.events.sale;

import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import java.time.Instant;

/**
 * A sale was taken back within its void window: it no longer counts as revenue of its business day.
 *
 * @param terminal the till that asked for it
 * @param soldAt the time of the sale, which names that day
 * @param totalTetri the total of the sale
 */
public record SaleVoided(
        SaleId sale, NodeId node, TerminalId terminal, Instant soldAt, Tetri totalTetri, VoidReason reason)
        implements SaleEvent {}
