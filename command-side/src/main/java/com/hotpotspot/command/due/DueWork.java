package com.hotpotspot.command.due;

import com.hotpotspot.events.Event;
import java.util.Optional;

/**
 * One kind of work that becomes due later. It may be tried more than once, so that doing it again must change nothing.
 *
 * @param <E> the event from which it follows that something will have to be done
 */
public interface DueWork<E extends Event> {

    /** The stable name under which it is kept, for example {@code check-expiry}; no other work has it. */
    String kind();

    /** The event itself; other work may follow from it as well. */
    Class<E> cause();

    /** What will have to be done because of an event, if anything. */
    Optional<Due> from(E event);

    /**
     * Does it, now that its time has come.
     *
     * @return whether it is done with; if not it is tried again
     */
    boolean carryOut(String id);
}
