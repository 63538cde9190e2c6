package com.hotpotspot.events.movement;

/** Why units moved. */
public enum MovementReason {
    /** The network was founded. */
    GENESIS,
    /** A sale minted them. */
    SALE,
    /** The sale that minted them was voided. */
    VOID,
    /** Somebody claimed a check. */
    CLAIM,
    /** Nobody claimed a check in time. */
    EXPIRY
}
