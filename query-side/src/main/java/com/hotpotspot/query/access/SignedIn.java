package com.hotpotspot.query.access;

import com.hotpotspot.access.Identity;
import com.hotpotspot.events.account.CredentialId;
import java.time.Instant;
import java.util.Optional;

/**
 * Who somebody is, as the issuer says.
 *
 * @param credential what they signed in with; empty where the issuer is not ours and tells no such thing
 * @param until the first instant at which that no longer counts
 */
record SignedIn(Identity identity, Optional<CredentialId> credential, Instant until) {

    boolean isAt(Instant instant) {
        return instant.isBefore(until);
    }

    /** The same person, for no longer than that. */
    SignedIn until(Instant end) {
        return end.isBefore(until) ? new SignedIn(identity, credential, end) : this;
    }

    /** The same person, with what they may do now. */
    SignedIn as(Identity now) {
        return new SignedIn(now, credential, until);
    }
}
