package com.hotpotspot.query.projection;

import com.hotpotspot.routine.Rest;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** How a group of versions is led along the log. */
interface Lead {

    Group group();

    /** What the routine is called that does it. */
    String name();

    /** The most positions that one transaction takes. */
    int span();

    /** The most {@linkplain com.hotpotspot.eventlog.Slice slices} that one transaction takes. */
    int slices();

    /** The first position not to come to for now. */
    long end();

    /** For how long to rest after a step that took {@code work}. */
    Duration restAfter(Duration work);

    /** Whether versions may be written in transactions apart from each other, which go on from here. */
    default boolean mayGoApart(long next) {
        return false;
    }

    /**
     * In the transaction that leads: if those that are led have nearly come to where they go, and that moves on, holds
     * it still until the transaction ends.
     *
     * @param led in the order in which they are locked
     * @param next where they go on
     * @return the first position not to come to; empty to go on as before
     */
    default OptionalLong hold(List<Progress> led, long next) {
        return OptionalLong.empty();
    }

    /** Hears, in a transaction that holds them, that these have come to the limit or to the end of the log. */
    default void arrived(List<Progress> led) {}

    /** Does what there is to do when they have gone as far as they can, and says when to look again. */
    Rest atRest();
}
