package com.hotpotspot.bearer;

/** A token that opens nothing: made up, expired, or meant for somebody else. */
public final class RefusedTokenException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedTokenException(Throwable cause) {
        super("the token is not valid, or no longer", cause);
    }
}
