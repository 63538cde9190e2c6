package com.hotpotspot.query.sale;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of the register as it stood at some position.
 *
 * @param position of the event that recorded the sale
 * @param bill what else the till said of the money
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
        Bill bill,
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

    /**
     * How a total came about and was paid.
     *
     * @param discountTetri taken off items and off the whole
     * @param vatTetri the tax in the total; null where the till named no rate
     * @param otherTetri what was paid in another way than by cash, card or voucher; also what the till did not say
     * @param tipTetri on top of the total
     */
    record Bill(
            long discountTetri,
            @Nullable Long vatTetri,
            long cashTetri,
            long cardTetri,
            long voucherTetri,
            long otherTetri,
            long tipTetri,
            @Nullable String fiscalNumber) {}

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
