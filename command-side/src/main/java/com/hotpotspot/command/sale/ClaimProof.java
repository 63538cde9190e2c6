package com.hotpotspot.command.sale;

/** How a claimant shows that the receipt is theirs. */
public enum ClaimProof {
    /** By the QR text, whose signature holds: nobody guesses that. */
    SCANNED,
    /** By the code, typed and right. */
    TYPED,
    /** By a code that is wrong. */
    WRONG
}
