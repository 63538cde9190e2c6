package com.hotpotspot.events.sale;

/** Why a sale is taken back as a whole. A word from a list, since free text could hold personal data. */
public enum VoidReason {
    ENTERED_BY_MISTAKE,
    PAYMENT_FAILED,
    ORDER_CANCELLED,
    NOT_SERVED
}
