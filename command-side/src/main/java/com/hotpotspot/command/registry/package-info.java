/**
 * What this process knows by heart: built from the events of a few kinds of streams, so that sales need no look-ups.
 */
@NullMarked
@MayUse({"answer", "command.dispatch", "command.verdict", "command.web", "eventlog", "events", "events.json"})
@MayTouch(AXON)
package com.hotpotspot.command.registry;

import static com.hotpotspot.house.Technique.AXON;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
