package com.hotpotspot.query.saledesk;

/** What became of a sale. */
enum Standing {
    RECORDED,
    VOIDED,
    /** As soon as anything was given back. */
    REFUNDED
}
