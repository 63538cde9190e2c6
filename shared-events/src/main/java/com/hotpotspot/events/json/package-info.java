/** How events become bytes: canonical JSON (RFC 8785) under stable names, and Axon's serializer on top of it. */
@NullMarked
package com.hotpotspot.events.json;

import org.jspecify.annotations.NullMarked;
