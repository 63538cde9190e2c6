/** What is decided about minting, from when on. */
@NullMarked
@MayUse({"events", "events.money"})
package com.hotpotspot.events.policy;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
