package com.hotpotspot.command.keystore;

import com.hotpotspot.keystore.KeystoreException;

/** The command side cannot start, for want of its secrets. The message is one line for the operator. */
final class KeystoreNotOpenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeystoreNotOpenException(String message) {
        super(message);
    }

    KeystoreNotOpenException(KeystoreException cause) {
        super(cause.getMessage(), cause);
    }
}
