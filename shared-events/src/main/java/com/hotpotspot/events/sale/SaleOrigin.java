package com.hotpotspot.events.sale;

/** How a sale came into the log: from a till as it happened, or as history from before the system. */
public enum SaleOrigin {
    TILL,
    IMPORT
}
