package com.hotpotspot.command.sale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.sale.CheckId;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.TokensMinted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a till.
 *
 * @param checkId absent, as is all else about the check, if the buyer was credited directly or got nothing
 * @param claimCode only for the account that recorded the sale, within 7 days and while there is something to claim; so
 *     are the QR code and the line that prints the code
 * @param qr the text of the QR code to print
 * @param qrPng the QR code as an image, where the till asked for one
 * @param receiptLines the text to print; absent in a batch, and of a sale that was voided
 * @param voided true if the sale was taken back since; absent otherwise
 * @param position of the last event of the recording; absent if the log does not tell
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@SuppressWarnings("ArrayRecordComponent") // written once and never compared
record ReceiptDocument(
        SaleId saleId,
        @Nullable CheckId checkId,
        @Nullable String claimCode,
        @Nullable String qr,
        byte @Nullable [] qrPng,
        @Nullable List<String> receiptLines,
        int policyVersion,
        Units mintedUnits,
        Units ownerUnits,
        Units buyerUnits,
        Units royaltyUnits,
        Instant voidableUntil,
        @Nullable Instant claimableUntil,
        @Nullable Boolean voided,
        @Nullable Long position) {

    static ReceiptDocument of(
            SaleReceipt receipt,
            Optional<String> claimCode,
            Optional<String> qr,
            Optional<byte[]> qrPng,
            @Nullable List<String> receiptLines,
            @Nullable Long position) {
        TokensMinted minted = receipt.minted();
        return new ReceiptDocument(
                receipt.sale().sale(),
                receipt.check().map(CheckIssued::check).orElse(null),
                claimCode.orElse(null),
                qr.orElse(null),
                qrPng.orElse(null),
                receiptLines,
                minted.policyVersion(),
                minted.mintedUnits(),
                minted.ownerUnits(),
                minted.buyerUnits(),
                minted.royaltyUnits(),
                minted.voidableUntil(),
                receipt.check().map(CheckIssued::claimableUntil).orElse(null),
                receipt.told() == Told.AS_VOIDED ? true : null,
                position);
    }

    /** Without the claim code, which no log line may hold. */
    @Override
    public String toString() {
        return "the receipt of sale " + saleId;
    }
}
