package com.hotpotspot.query.sale;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of the register as it stood at some position.
 *
 * @param position of the event that recorded the sale
 * @param mint null where the mint lies beyond that position
 * @param checkId null where the sale left no check by then
 * @param checkStatus null where there is no check
 * @param refundedTetri all refunds up to then
 */
record RegisteredSale(
        long position,
        String saleId,
        String nodeId,
        String saleNumber,
        Instant soldAt,
        LocalDate day,
        long totalTetri,
        @Nullable Mint mint,
        @Nullable String checkId,
        @Nullable CheckStatus checkStatus,
        boolean voided,
        long refundedTetri) {

    enum CheckStatus {
        ISSUED,
        CLAIMED,
        EXPIRED,
        VOIDED
    }

    /** What a sale minted, and for whom. */
    record Mint(
            long policyVersion,
            long units,
            String ownerWallet,
            long ownerUnits,
            String buyerWallet,
            long buyerUnits,
            String royaltyWallet,
            long royaltyUnits) {}
}
