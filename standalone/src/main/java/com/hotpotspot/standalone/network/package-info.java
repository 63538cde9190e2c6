/** The network that a newcomer gets: five nodes in the five cities, both types, one founder. */
@NullMarked
@MayUse({"client", "events.network"})
package com.hotpotspot.standalone.network;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
