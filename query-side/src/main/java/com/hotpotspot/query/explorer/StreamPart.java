package com.hotpotspot.query.explorer;

import com.hotpotspot.eventlog.StoredEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the events of a stream.
 *
 * @param last the sequence of the stream's last event
 * @param events in the order that was asked for
 * @param next the sequence to go on from; null if these are the last
 */
record StreamPart(
        long last, List<StoredEvent> events, @Nullable Long next) {}
