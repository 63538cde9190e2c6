package com.hotpotspot.command.sale;

import com.hotpotspot.answer.PublicCode;
import org.jspecify.annotations.Nullable;

/** What a till is told of a sale it sent. */
sealed interface SaleOutcome {

    /** Recorded now, up to {@code position}, which is null if the log does not tell. */
    record Accepted(SaleReceipt receipt, @Nullable Long position) implements SaleOutcome {}

    /** Recorded before with the same content; this is the first answer again, as far as it may still be told. */
    record Replayed(SaleReceipt receipt, @Nullable Long position, Told told) implements SaleOutcome {}

    /** Not recorded. */
    record Refused(PublicCode code, String reason) implements SaleOutcome {}

    /** How much of a first answer is told again. */
    enum Told {
        /** All of it. */
        WHOLE,
        /** All but what a claim takes: the caller is not the one it belongs to, or nothing is left to claim. */
        WITHOUT_CODE,
        /** The sale was taken back: that it was, and nothing to print. */
        AS_VOIDED
    }
}
