package com.hotpotspot.events.account;

/** What kind of secret a credential is about. */
public enum CredentialKind {
    /** Random and made by the system; good until it is revoked. */
    SECRET,
    /** Random and made by the system, good until a given instant, and for nothing but choosing a password. */
    ONE_TIME,
    /** Chosen by the person whose account it is. */
    PASSWORD
}
