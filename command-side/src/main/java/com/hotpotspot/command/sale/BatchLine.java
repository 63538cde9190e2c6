package com.hotpotspot.command.sale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.hotpotspot.answer.FieldProblem;
import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.command.sale.SaleOutcome.Told;
import com.hotpotspot.events.sale.SaleId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one line of a batch.
 *
 * @param line counted from 1, blank lines too
 * @param saleId of a line that was refused, if it could be read
 * @param receipt its fields stand beside the others, unless the line was refused
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record BatchLine(
        int line,
        Status status,
        @Nullable SaleId saleId,
        @JsonUnwrapped @Nullable ReceiptDocument receipt,
        @Nullable String code,
        @Nullable String error,
        List<FieldProblem> errors) {

    enum Status {
        accepted,
        replayed,
        refused
    }

    static BatchLine of(int line, SaleId sale, SaleOutcome outcome, Receipts receipts) {
        return switch (outcome) {
            case SaleOutcome.Accepted(SaleReceipt receipt, Long position) ->
                new BatchLine(
                        line,
                        Status.accepted,
                        null,
                        receipts.ofBatch(receipt, position, Told.WHOLE),
                        null,
                        null,
                        List.of());
            case SaleOutcome.Replayed(SaleReceipt receipt, Long position, Told told) ->
                new BatchLine(
                        line, Status.replayed, null, receipts.ofBatch(receipt, position, told), null, null, List.of());
            case SaleOutcome.Refused refused -> refused(line, sale, refused.code(), refused.reason(), List.of());
        };
    }

    static BatchLine refused(
            int line, @Nullable SaleId sale, PublicCode code, String error, List<FieldProblem> errors) {
        return new BatchLine(line, Status.refused, sale, null, code.code(), error, errors);
    }
}
