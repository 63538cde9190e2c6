/** A day of selling, made up so that a newcomer's first page is alive; it goes through the same door as a real one. */
@NullMarked
@MayUse({"client", "events", "events.money", "events.network", "events.sale", "standalone.network"})
package com.hotpotspot.standalone.demo;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
