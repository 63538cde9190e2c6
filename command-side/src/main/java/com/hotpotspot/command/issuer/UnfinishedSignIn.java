package com.hotpotspot.command.issuer;

import org.springframework.security.core.AuthenticationException;

/** Somebody knew a secret of an account, and is to do something else before they are signed in. */
final class UnfinishedSignIn extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final transient Proof proof;

    UnfinishedSignIn(Proof proof) {
        super("there is a step left to take");
        this.proof = proof;
    }

    Proof proof() {
        return proof;
    }
}
