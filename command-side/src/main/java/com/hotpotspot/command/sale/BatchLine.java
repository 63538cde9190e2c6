package com.hotpotspot.command.sale;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.hotpotspot.answer.FieldProblem;
import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.command.dispatch.Landed;
import com.hotpotspot.events.sale.SaleId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one line of a batch.
 *
 * @param receipt its fields but those to print stand beside the others, unless the line was refused
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record BatchLine(
        @Schema(description = "Which line of the request, counted from 1, blank lines too.", example = "1")
        int line,

        @Schema(
                description = "What became of it: recorded now, recorded before with the same content, or refused.",
                example = "accepted")
        Status status,

        @Schema(
                description = "The sale; missing of a line that was refused before its sale could be read.",
                example = "VAKE:4711")
        @Nullable
        SaleId saleId,

        @JsonUnwrapped @JsonIgnoreProperties({"qrPng", "receiptLines"}) @Nullable
        ReceiptDocument receipt,

        @Schema(
                description = "Why it was refused, as the code of a problem; missing otherwise.",
                example = "sale-number-taken")
        @Nullable
        String code,

        @Schema(
                description = "Why it was refused, in a sentence; missing otherwise.",
                example = "Sale 4711 of node VAKE was recorded before with other content.")
        @Nullable
        String error,

        @Schema(description = "What is wrong with which field; missing otherwise.")
        List<FieldProblem> errors) {

    enum Status {
        accepted,
        replayed,
        refused
    }

    static BatchLine of(int line, Landed<SaleReceipt> sale, Receipts receipts) {
        return new BatchLine(
                line,
                sale.replayed() ? Status.replayed : Status.accepted,
                null,
                receipts.ofBatch(sale),
                null,
                null,
                List.of());
    }

    static BatchLine refused(
            int line, @Nullable SaleId sale, PublicCode code, String error, List<FieldProblem> errors) {
        return new BatchLine(line, Status.refused, sale, null, code.code(), error, errors);
    }
}
