/**
 * The event log: one append-only sequence of facts, numbered from 0 without gaps in commit order. {@link EventLog} is
 * the port for raw reads and appends; the engine behind Axon's event store stands on the same log.
 */
@NullMarked
package com.hotpotspot.eventlog;

import org.jspecify.annotations.NullMarked;
