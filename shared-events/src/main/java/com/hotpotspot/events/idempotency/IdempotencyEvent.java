package com.hotpotspot.events.idempotency;

import com.hotpotspot.events.Event;

/** What happens to one idempotency key, in its own stream. */
public sealed interface IdempotencyEvent extends Event permits IdempotencyKeyUsed {}
