/** What starts need besides the system: the unpacked copy of the jar they run from, and what makes them quick. */
@NullMarked
@MayUse("standalone.database")
package com.hotpotspot.standalone.start;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
