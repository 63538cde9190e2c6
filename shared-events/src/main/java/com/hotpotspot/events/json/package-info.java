/** How events become bytes: canonical JSON (RFC 8785) under stable names, and Axon's serializer on top of it. */
@NullMarked
@MayUse({
    "events",
    "events.account",
    "events.audit",
    "events.export",
    "events.idempotency",
    "events.network",
    "events.policy",
    "events.projection",
    "events.sale",
    "events.wallet"
})
package com.hotpotspot.events.json;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
