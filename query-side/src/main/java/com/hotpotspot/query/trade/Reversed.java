package com.hotpotspot.query.trade;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.SaleVoided;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of what was taken back, on its way into the table.
 *
 * @param day on which it counts
 * @param reason a word from the list of its kind
 * @param approvedBy null where nobody had to
 */
record Reversed(
        ReversalKind kind,
        NodeId node,
        SaleId sale,
        LocalDate day,
        long amountTetri,
        TerminalId terminal,
        Enum<?> reason,
        @Nullable AccountId approvedBy,
        Doing doing) {

    static Reversed of(SaleVoided event, LocalDate day, Doing doing) {
        return new Reversed(
                ReversalKind.VOID,
                event.node(),
                event.sale(),
                day,
                event.totalTetri().value(),
                event.terminal(),
                event.reason(),
                event.approvedBy(),
                doing);
    }

    static Reversed of(SaleRefunded event, LocalDate day, Doing doing) {
        return new Reversed(
                ReversalKind.REFUND,
                event.node(),
                event.sale(),
                day,
                event.amountTetri().value(),
                event.terminal(),
                event.reason(),
                null,
                doing);
    }

    /**
     * When and by whom it was done.
     *
     * @param position of the event that tells of it
     * @param account null where the event does not say
     */
    record Doing(long position, Instant at, @Nullable AccountId account) {}
}
