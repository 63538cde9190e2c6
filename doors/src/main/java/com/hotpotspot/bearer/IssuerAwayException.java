package com.hotpotspot.bearer;

/** Whether a token is good cannot be told, since the keys of its issuer cannot be fetched. */
public final class IssuerAwayException extends Exception {

    private static final long serialVersionUID = 1L;

    IssuerAwayException(Throwable cause) {
        super("the issuer's keys cannot be fetched", cause);
    }
}
