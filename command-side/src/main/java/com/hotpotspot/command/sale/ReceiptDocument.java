package com.hotpotspot.command.sale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.command.web.RecordedAt;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.sale.CheckId;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.TokensMinted;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer to a till. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@SuppressWarnings("ArrayRecordComponent") // written once and never compared
record ReceiptDocument(
        SaleId saleId,

        @Schema(
                description =
                        "The check; missing, as is all else about it, if the buyer was credited directly or got nothing.",
                example = "VAKE:4711")
        @Nullable
        CheckId checkId,

        @Schema(
                description =
                        "The code to claim the check by, for the receipt. Only for the account that recorded the sale, within 7 days and while there is something to claim; so are the QR code and the line that prints the code.",
                example = "7K3M9QXD2FHT")
        @Nullable
        String claimCode,

        @Schema(
                description = "The text of the QR code to print.",
                example = "eyJhbGciOiJIUzI1NiJ9.eyJjIjoiVkFLRTo0NzExIiwiayI6IjdLM005UVhEMkZIVCJ9.c2lnbmF0dXJl")
        @Nullable
        String qr,

        @Schema(
                description = "The QR code as an image (PNG), where the till asked for one; never in a batch.",
                example = "iVBORw0KGgo=")
        byte @Nullable [] qrPng,

        @Schema(
                description = "The text to print; missing in a batch, and of a sale that was voided.",
                example = "The Hot Pot Spot|VAKE 4711")
        @Nullable
        List<String> receiptLines,

        int policyVersion,
        Units mintedUnits,
        Units ownerUnits,
        Units buyerUnits,
        Units royaltyUnits,
        Instant voidableUntil,
        @Nullable Instant claimableUntil,

        @Schema(description = "True if the sale was taken back since; missing otherwise.", example = "true") @Nullable
        Boolean voided,

        @RecordedAt @Nullable Long position) {

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
