package com.hotpotspot.command.sale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.hotpotspot.answer.FieldProblem;
import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.command.dispatch.Landed;
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
