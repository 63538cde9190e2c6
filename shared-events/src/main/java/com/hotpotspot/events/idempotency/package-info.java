/** Keys that clients send so that a request which is sent again is not carried out twice. */
@NullMarked
package com.hotpotspot.events.idempotency;

import org.jspecify.annotations.NullMarked;
