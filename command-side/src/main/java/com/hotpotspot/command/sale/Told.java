package com.hotpotspot.command.sale;

/** How much of a first answer is told. */
public enum Told {
    /** All of it. */
    WHOLE,
    /** All but what a claim takes: the caller is not the one it belongs to, or nothing is left to claim. */
    WITHOUT_CODE,
    /** The sale was taken back: that it was, and nothing to print. */
    AS_VOIDED
}
