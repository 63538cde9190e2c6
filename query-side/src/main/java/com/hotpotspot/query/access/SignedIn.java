package com.hotpotspot.query.access;

import com.hotpotspot.access.Identity;
import java.time.Instant;

/**
 * Who somebody is, as the issuer says.
 *
 * @param until the first instant at which that no longer counts
 */
record SignedIn(Identity identity, Instant until) {

    boolean isAt(Instant instant) {
        return instant.isBefore(until);
    }
}
