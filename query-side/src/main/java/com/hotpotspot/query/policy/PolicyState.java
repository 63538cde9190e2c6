package com.hotpotspot.query.policy;

/** How a version of the token policy stands. */
public enum PolicyState {
    /** It takes effect later, and may be withdrawn until then. */
    COMING,
    /** Sales made now are minted under it. */
    IN_FORCE,
    /** Another followed it. */
    PAST,
    /** It was withdrawn before it took effect. */
    WITHDRAWN
}
