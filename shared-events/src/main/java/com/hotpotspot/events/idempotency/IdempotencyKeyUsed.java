package com.hotpotspot.events.idempotency;

import com.hotpotspot.events.EventName;

/**
 * A request with this key was carried out, in the same commit. It is the only event of its stream, so that a key can be
 * used once.
 *
 * @param resource the method and path that were asked
 * @param fingerprint SHA-256 of the body, in hexadecimal
 */
@EventName("idempotency.key-used")
public record IdempotencyKeyUsed(IdempotencyKey key, String resource, String fingerprint) implements IdempotencyEvent {}
