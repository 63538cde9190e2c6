/** Keys that clients send so that a request which is sent again is not carried out twice. */
@NullMarked
@MayUse("events")
package com.hotpotspot.events.idempotency;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
