package com.hotpotspot.command.web;

import com.hotpotspot.events.idempotency.IdempotencyKey;
import org.springframework.http.HttpStatus;

/** A request's {@code Idempotency-Key} does not let it pass. */
final class IdempotencyKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;

    private IdempotencyKeyException(HttpStatus status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    static IdempotencyKeyException malformed() {
        return new IdempotencyKeyException(
                HttpStatus.BAD_REQUEST,
                "idempotency-key-malformed",
                "There is one Idempotency-Key, of 1 to " + IdempotencyKey.MAX_LENGTH + " characters of ASCII.");
    }

    static IdempotencyKeyException running() {
        return new IdempotencyKeyException(
                HttpStatus.CONFLICT,
                "idempotency-key-running",
                "A request with this Idempotency-Key is still being carried out; ask again for its answer.");
    }

    static IdempotencyKeyException usedForSomethingElse() {
        return new IdempotencyKeyException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "This Idempotency-Key was used for another request.");
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }
}
