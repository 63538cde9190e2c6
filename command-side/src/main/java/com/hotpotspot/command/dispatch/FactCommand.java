package com.hotpotspot.command.registry;

import com.hotpotspot.command.dispatch.Command;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.Event;

/**
 * A command that asks for one fact to be true. Its handler answers that fact, whether it became true now or was before.
 */
public interface FactCommand<E extends Event> extends Command<E> {

    @Override
    default boolean setsWhatOthersMaySet() {
        return true;
    }

    /**
     * Whether it is decided by what the registries know of other streams, where nothing conflicts. Such commands are
     * taken one after the other in a process, each when it knows what came of the ones before.
     */
    default boolean dependsOnOthers() {
        return false;
    }

    /** What to say when the thing it is about does not exist; asked only if the command does not create it. */
    default CommandRefused unknown() {
        throw new IllegalStateException("%s creates what it is about".formatted(getClass()));
    }
}
