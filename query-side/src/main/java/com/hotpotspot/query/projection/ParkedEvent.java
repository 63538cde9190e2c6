package com.hotpotspot.query.projection;

import java.time.Instant;

/**
 * An event that a projection could not take in, so that its figures are without it.
 *
 * @param type the event's stable name
 * @param reason what failed and where in the program, for whoever mends it; nothing of what the event says
 * @param since in milliseconds
 */
public record ParkedEvent(long position, String type, String reason, Instant since) {}
