package com.hotpotspot.events.sale;

import com.hotpotspot.events.EventName;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;

/**
 * Money was given back for a sale whose void window had ended. It asks tokens back with the money; those who hold them
 * still do.
 *
 * @param refund the till's number for it
 * @param amountTetri of this refund; all refunds of a sale together are at most its total
 * @param askedBackUnits the same part of what the sale minted, floored; the refund that completes the total asks for
 *     all that is left. Revision 1 asked for nothing
 */
@EventName(value = "sale.refunded", revision = "2")
public record SaleRefunded(
        SaleId sale,
        NodeId node,
        TerminalId terminal,
        RefundNumber refund,
        Tetri amountTetri,
        Units askedBackUnits,
        RefundReason reason)
        implements SaleEvent {}
