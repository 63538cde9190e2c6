package com.hotpotspot.client;

import org.jspecify.annotations.Nullable;

/**
 * A server could not be reached, or asked to wait, for longer than the client's patience. Whether the last request took
 * effect is unknown; repeating it later is safe. The message is one line for the operator.
 */
public final class DoorClosedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DoorClosedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
