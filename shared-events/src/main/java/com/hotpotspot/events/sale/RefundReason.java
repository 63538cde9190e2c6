package com.hotpotspot.events.sale;

/** Why money is given back. A word from a list, since free text could hold personal data. */
public enum RefundReason {
    QUALITY,
    WRONG_ITEM,
    OVERCHARGED,
    GOODWILL
}
