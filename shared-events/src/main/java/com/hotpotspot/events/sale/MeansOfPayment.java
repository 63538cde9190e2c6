package com.hotpotspot.events.sale;

/** What a buyer paid with. */
public enum MeansOfPayment {
    CASH,
    CARD,
    VOUCHER,
    /** Anything else, and whatever a till does not name. */
    OTHER
}
