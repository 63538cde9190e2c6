package com.hotpotspot.command.sale;

import com.hotpotspot.command.policy.RefusalCode;
import org.jspecify.annotations.Nullable;

/** What a till is told of a sale it sent. */
sealed interface SaleOutcome {

    /** Recorded now, up to {@code position}, which is null if the log does not tell. */
    record Accepted(SaleReceipt receipt, @Nullable Long position) implements SaleOutcome {}

    /** Recorded before with the same content; this is the first answer again. */
    record Replayed(SaleReceipt receipt, @Nullable Long position) implements SaleOutcome {}

    /** Not recorded. */
    record Refused(RefusalCode code, String reason) implements SaleOutcome {}
}
