package com.hotpotspot.client;

/**
 * A server does not know the client, or does not let it do what it asks for; trying again changes nothing. The message
 * is one line for the operator, without any secret.
 */
public final class NotAdmittedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAdmittedException(String message) {
        super(message);
    }
}
