package com.hotpotspot.keystore;

/** A process cannot start, for want of its secrets. The message is one line for the operator. */
public final class KeystoreNotOpenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeystoreNotOpenException(String message) {
        super(message);
    }

    KeystoreNotOpenException(KeystoreException cause) {
        super(cause.getMessage(), cause);
    }
}
