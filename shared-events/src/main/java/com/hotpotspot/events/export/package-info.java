/** Files that were given out of the network's books. */
@NullMarked
@MayUse("events")
package com.hotpotspot.events.export;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
