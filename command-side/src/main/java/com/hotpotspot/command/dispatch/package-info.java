/** The way of a command from a door to its handler: who sent it goes in, where its events landed comes out. */
@NullMarked
@MayUse({"access", "answer", "command.verdict", "eventlog", "events", "events.account", "events.idempotency"})
@MayTouch(AXON)
package com.hotpotspot.command.dispatch;

import static com.hotpotspot.house.Technique.AXON;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
