package com.hotpotspot.query.projection;

import com.hotpotspot.events.Event;
import java.time.Instant;

/**
 * An event with its place in the log.
 *
 * @param recordedAt when the log took it, in milliseconds
 */
public record Recorded(long position, Instant recordedAt, Event event) {}
