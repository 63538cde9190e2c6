/**
 * What this process knows by heart: built from the events of a few kinds of streams, so that sales need no look-ups.
 */
@NullMarked
@MayUse({"command.dispatch", "command.web", "eventlog", "events", "routine"})
package com.hotpotspot.command.registry;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
