package com.hotpotspot.query.sale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.query.sale.RegisteredSale.CheckStatus;
import com.hotpotspot.query.sale.RegisteredSale.Mint;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sale and what became of it.
 *
 * @param state {@code REFUNDED} as soon as anything was given back; how much of it {@code refundedTetri} says
 * @param day the business day in Asia/Tbilisi
 * @param discountTetri taken off items and off the whole
 * @param vatTetri the value-added tax in the total; absent where the till named no rate
 * @param paid what the total was paid with
 * @param tipTetri on top of the total
 * @param policyVersion the token policy that the mint names
 * @param check absent where the sale left none
 * @param position up to which position of the log all this is so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SaleState(
        String saleId,
        String nodeId,
        String saleNumber,

        @Schema(description = "What became of it: REFUNDED as soon as anything was given back.", example = "RECORDED")
        State state,

        Instant soldAt,
        LocalDate day,
        long totalTetri,
        long discountTetri,
        @Nullable Long vatTetri,

        @Schema(description = "What the total was paid with.")
        Paid paid,

        long tipTetri,
        @Nullable String fiscalNumber,
        @Nullable Long policyVersion,
        long mintedUnits,
        long ownerUnits,
        long buyerUnits,
        long royaltyUnits,
        long refundedTetri,

        @Schema(description = "What was given back, one after the other.")
        List<Refund> refunds,

        @Schema(description = "The check that holds the buyer's share; missing where the sale left none.") @Nullable
        Check check,

        @Schema(description = "Where in the log its events are, as far as they have happened.")
        Positions positions,

        long position) {

    enum State {
        RECORDED,
        VOIDED,
        REFUNDED
    }

    static SaleState of(RegisteredSale sale, Positions positions, List<Refund> refunds, long position) {
        RegisteredSale.Bill bill = sale.bill();
        Mint mint = sale.mint();
        return new SaleState(
                sale.saleId(),
                sale.nodeId(),
                sale.saleNumber(),
                sale.voided() ? State.VOIDED : refunds.isEmpty() ? State.RECORDED : State.REFUNDED,
                sale.soldAt(),
                sale.day(),
                sale.totalTetri(),
                bill.discountTetri(),
                bill.vatTetri(),
                new Paid(bill.cashTetri(), bill.cardTetri(), bill.voucherTetri(), bill.otherTetri()),
                bill.tipTetri(),
                bill.fiscalNumber(),
                mint == null ? null : mint.policyVersion(),
                mint == null ? 0 : mint.units(),
                mint == null ? 0 : mint.ownerUnits(),
                mint == null ? 0 : mint.buyerUnits(),
                mint == null ? 0 : mint.royaltyUnits(),
                sale.refundedTetri(),
                refunds,
                sale.checkId() == null || sale.checkStatus() == null
                        ? null
                        : new Check(sale.checkId(), sale.checkStatus()),
                positions,
                position);
    }

    /**
     * The parts of the total by what it was paid with.
     *
     * @param otherTetri also what the till did not say
     */
    record Paid(long cashTetri, long cardTetri, long voucherTetri, long otherTetri) {}

    /** @param position of the event that gave the money back */
    record Refund(long amountTetri, long position) {}

    record Check(
            String checkId,

            @Schema(description = "How the check stands.", example = "ISSUED")
            CheckStatus state) {}

    /** Where in the log the events of the sale are, as far as they have happened. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Positions(
            @Schema(description = "The position of its recording.", example = "4711")
            long recorded,

            @Schema(description = "The position of its mint.", example = "4712") @Nullable
            Long minted,

            @Schema(description = "The position at which its check was issued.", example = "4713") @Nullable
            Long checkIssued,

            @Schema(description = "The position of the claim of its check.", example = "4800") @Nullable
            Long checkClaimed,

            @Schema(description = "The position at which its check expired.", example = "9000") @Nullable
            Long checkExpired,

            @Schema(description = "The position of its void.", example = "4750") @Nullable
            Long voided) {}
}
