package com.hotpotspot.events.sale;

import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;

/**
 * Money was given back for a sale whose void window had ended. The tokens stay where they are.
 *
 * @param refund the till's number for it
 * @param amountTetri of this refund; all refunds of a sale together are at most its total
 */
public record SaleRefunded(
        SaleId sale, NodeId node, TerminalId terminal, RefundNumber refund, Tetri amountTetri, RefundReason reason)
        implements SaleEvent {}
