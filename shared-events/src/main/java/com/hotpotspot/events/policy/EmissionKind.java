package com.hotpotspot.events.policy;

/** What the number of units that a sale mints depends on. */
public enum EmissionKind {
    /** A fixed number a sale. */
    FLAT,
    /** A number for every GEL of the sale's total, floored on the whole total. */
    PER_GEL
}
