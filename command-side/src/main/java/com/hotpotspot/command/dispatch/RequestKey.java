package com.hotpotspot.command.dispatch;

import com.hotpotspot.events.idempotency.IdempotencyKeyUsed;
import java.util.Optional;

/**
 * The idempotency key that a request came with.
 *
 * @param use what the log says of it, as soon as it is used up
 * @param first the command by which the request was carried out before under it, if it was
 */
public record RequestKey(IdempotencyKeyUsed use, Optional<String> first) {

    /** To be used up by what the request's command records; empty if that was done before. */
    Optional<IdempotencyKeyUsed> unused() {
        return first.isEmpty() ? Optional.of(use) : Optional.empty();
    }
}
