package com.hotpotspot.command.sale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.sale.CheckId;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.TokensMinted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a till.
 *
 * @param checkId absent, as is the end of its claim window, if the buyer was credited directly
 * @param position of the last event of the recording; absent if the log does not tell
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptDocument(
        SaleId saleId,
        @Nullable CheckId checkId,
        int policyVersion,
        Units mintedUnits,
        Units ownerUnits,
        Units buyerUnits,
        Units royaltyUnits,
        Instant voidableUntil,
        @Nullable Instant claimableUntil,
        @Nullable Long position) {

    static ReceiptDocument of(SaleReceipt receipt, @Nullable Long position) {
        TokensMinted minted = receipt.minted();
        return new ReceiptDocument(
                receipt.sale().sale(),
                receipt.check().map(CheckIssued::check).orElse(null),
                minted.policyVersion(),
                minted.mintedUnits(),
                minted.ownerUnits(),
                minted.buyerUnits(),
                minted.royaltyUnits(),
                minted.voidableUntil(),
                receipt.check().map(CheckIssued::claimableUntil).orElse(null),
                position);
    }
}
