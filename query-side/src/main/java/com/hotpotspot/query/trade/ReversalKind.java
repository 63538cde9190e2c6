package com.hotpotspot.query.trade;

/** How something that was sold is taken back. */
public enum ReversalKind {
    /** The sale as a whole, within its void window. */
    VOID,
    /** Money for it, after that. */
    REFUND
}
