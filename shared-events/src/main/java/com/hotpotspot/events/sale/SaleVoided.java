package com.hotpotspot.events.sale;

import com.hotpotspot.events.EventName;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sale was taken back within its void window: it no longer counts as revenue of its business day.
 *
 * @param terminal the till that asked for it
 * @param soldAt the time of the sale, which names that day
 * @param totalTetri the total of the sale
 * @param askedBy the account that asked for it; absent in revision 1, where only the event's metadata says
 * @param approvedBy who approved of it, where that was needed
 */
@EventName(value = "sale.voided", revision = "2")
public record SaleVoided(
        SaleId sale,
        NodeId node,
        TerminalId terminal,
        Instant soldAt,
        Tetri totalTetri,
        VoidReason reason,
        @Nullable AccountId askedBy,
        @Nullable AccountId approvedBy)
        implements SaleEvent {}
