package com.hotpotspot.query.access;

import org.springframework.security.core.AuthenticationException;

/** A token that opens nothing: made up, expired, or meant for somebody else. */
final class BadTokenException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    BadTokenException(Throwable cause) {
        super("The access token is not valid, or no longer.", cause);
    }

    BadTokenException() {
        super("The access token is not valid, or no longer.");
    }
}
