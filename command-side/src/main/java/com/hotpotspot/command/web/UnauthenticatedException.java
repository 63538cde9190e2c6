package com.hotpotspot.command.web;

/** Somebody did not say who they are, or not in a way that can be believed. */
public final class UnauthenticatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean tokenGiven;

    private UnauthenticatedException(String message, boolean tokenGiven) {
        super(message);
        this.tokenGiven = tokenGiven;
    }

    public static UnauthenticatedException withoutToken() {
        return new UnauthenticatedException(
                "This needs a bearer token, which POST /oauth2/token issues to clients.", false);
    }

    public static UnauthenticatedException badToken() {
        return new UnauthenticatedException("The bearer token is malformed, expired or not ours.", true);
    }

    /** What to ask for in the {@code WWW-Authenticate} header (RFC 6750, section 3). */
    public String challenge() {
        return tokenGiven ? "Bearer realm=\"hotpotspot\", error=\"invalid_token\"" : "Bearer realm=\"hotpotspot\"";
    }
}
