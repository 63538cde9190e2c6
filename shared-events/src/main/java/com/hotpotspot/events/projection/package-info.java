/** What people decide about what is kept of the log beside it. */
@NullMarked
@MayUse("events")
package com.hotpotspot.events.projection;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
