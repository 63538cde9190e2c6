package com.hotpotspot.events.account;

/** Who is behind an account. */
public enum AccountKind {
    /** A program or a device, such as a till, which signs in with a secret of its own. */
    CLIENT,
    /** A human being, who signs in on a page. */
    PERSON
}
