package com.hotpotspot.events.account;

/** Why somebody has a second factor no longer. */
public enum SecondFactorReason {
    /** The authenticator is lost or broken, and with it the codes to recover with. */
    LOST,
    /** Somebody else may have it, too. */
    KNOWN_TO_OTHERS,
    /** The person changed over to another. */
    REPLACED
}
