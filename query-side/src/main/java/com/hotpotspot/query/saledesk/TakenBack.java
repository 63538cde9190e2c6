package com.hotpotspot.query.saledesk;

import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.SaleVoided;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A void or a refund, with who did it and why.
 *
 * @param number of the refund; null for a void
 * @param reason the word for it that the event has
 * @param account who asked for it; null where the event does not say
 * @param approvedBy null where it took no approval
 * @param units what was burned, or asked back with the money
 */
record TakenBack(
        Standing as,
        @Nullable String number,
        Instant at,
        String terminal,
        String reason,
        @Nullable String account,
        @Nullable String approvedBy,
        long amountTetri,
        long units) {

    /** @param units all that the sale minted */
    static TakenBack of(SaleVoided event, Instant at, @Nullable String account, long units) {
        return new TakenBack(
                Standing.VOIDED,
                null,
                at,
                event.terminal().value(),
                event.reason().name(),
                event.askedBy() == null ? account : event.askedBy().value(),
                event.approvedBy() == null ? null : event.approvedBy().value(),
                event.totalTetri().value(),
                units);
    }

    static TakenBack of(SaleRefunded event, Instant at, @Nullable String account) {
        return new TakenBack(
                Standing.REFUNDED,
                event.refund().value(),
                at,
                event.terminal().value(),
                event.reason().name(),
                account,
                null,
                event.amountTetri().value(),
                event.askedBackUnits().value());
    }
}
