package com.hotpotspot.client;

/**
 * A file that nobody can sign in with. The message is one line for the operator, which names the file and no secret.
 */
public final class UnusableCredentialsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableCredentialsException(String message) {
        super(message);
    }
}
