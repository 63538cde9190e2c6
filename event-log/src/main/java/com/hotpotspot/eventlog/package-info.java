/**
 * The event log: one append-only sequence of facts, numbered from 0 without gaps in commit order. {@link EventLog} is
 * the port for raw reads and appends; the engine behind Axon's event store stands on the same log.
 */
@NullMarked
@MayUse({"events", "events.account", "events.idempotency", "events.json", "routine"})
@MayTouch({JDBC, AXON})
package com.hotpotspot.eventlog;

import static com.hotpotspot.house.Technique.AXON;
import static com.hotpotspot.house.Technique.JDBC;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
