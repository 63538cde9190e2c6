package com.hotpotspot.command.sale;

import com.hotpotspot.command.policy.RefusalCode;

/** What a till is told of a sale it sent. */
sealed interface SaleOutcome {

    /** Recorded now, up to {@code position}. */
    record Accepted(SaleReceipt receipt, long position) implements SaleOutcome {}

    /** Recorded before with the same content; this is the first answer again. */
    record Replayed(SaleReceipt receipt, long position) implements SaleOutcome {}

    /** Not recorded. */
    record Refused(RefusalCode code, String reason) implements SaleOutcome {}
}
