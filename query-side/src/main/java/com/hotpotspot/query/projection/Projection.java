package com.hotpotspot.query.projection;

import com.hotpotspot.events.Event;
import java.util.List;
import java.util.Set;

/** One way of looking at the log, kept in tables of its own. */
public interface Projection {

    ProjectionName name();

    /** The events it wants to see; others never reach it and are not even deserialised. */
    Set<Class<? extends Event>> interests();

    /**
     * Writes what a batch of events means, in the transaction that also keeps the position. Whatever it throws undoes
     * what it wrote. The events then come again: one by one if it may be the fault of one of them, which is left out if
     * it fails alone; else the whole batch.
     *
     * @param batch at least one event, in the order of the log; each event is in exactly one batch that succeeds
     */
    void project(List<Recorded> batch);
}
