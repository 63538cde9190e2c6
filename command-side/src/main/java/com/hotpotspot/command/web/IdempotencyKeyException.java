package com.hotpotspot.command.web;

import com.hotpotspot.events.idempotency.IdempotencyKey;

/** A request's {@code Idempotency-Key} does not let it pass. */
final class IdempotencyKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final CommandCode code;

    private IdempotencyKeyException(CommandCode code, String detail) {
        super(detail);
        this.code = code;
    }

    static IdempotencyKeyException malformed() {
        return new IdempotencyKeyException(
                CommandCode.IDEMPOTENCY_KEY_MALFORMED,
                "There is one Idempotency-Key, of 1 to " + IdempotencyKey.MAX_LENGTH
                        + " printable characters of ASCII.");
    }

    static IdempotencyKeyException running() {
        return new IdempotencyKeyException(
                CommandCode.IDEMPOTENCY_KEY_RUNNING,
                "A request with this Idempotency-Key is still being carried out; ask again for its answer.");
    }

    static IdempotencyKeyException usedForSomethingElse() {
        return new IdempotencyKeyException(
                CommandCode.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key was used for another request.");
    }

    CommandCode code() {
        return code;
    }
}
