package com.hotpotspot.command.registry;

import com.hotpotspot.events.Event;
import java.time.Instant;
import java.util.Set;

/**
 * A part of what this process knows by heart: in memory, built from events, read by many threads and changed by one. It
 * keeps a sale from touching anything but its own stream.
 */
public interface Registry {

    /** The kinds of streams to read at start; all that a registry is built from lies in these. */
    Set<String> kinds();

    /** The sealed interfaces of the events it is built from. */
    Set<Class<? extends Event>> features();

    /** Takes in what happened, in the order of the log; events that do not concern the registry change nothing. */
    void on(Event event);

    /** As {@link #on(Event)}, for a registry that also knows since when something is so. */
    default void on(Event event, Instant recordedAt) {
        on(event);
    }
}
