/** What the pages of all features have in common: how they write figures, and how fresh they say they are. */
@NullMarked
@MayUse({"eventlog", "events"})
package com.hotpotspot.query.layout;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
