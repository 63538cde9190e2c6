package com.hotpotspot.query.account;

/** How a credential stands. */
public enum CredentialState {
    /** It waits for a second person. */
    PROPOSED,
    /** It waited for a second person until its proposal lapsed. */
    LAPSED,
    /** The account can sign in with it. */
    ISSUED,
    /** The account can no longer sign in with it. */
    REVOKED
}
