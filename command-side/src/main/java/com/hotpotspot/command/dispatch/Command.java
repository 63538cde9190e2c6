package com.hotpotspot.command.dispatch;

import com.hotpotspot.access.Grant;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.StreamId;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;

/**
 * Something the system is asked to do. A command cannot exist invalid: its constructor refuses what could never be
 * right.
 *
 * @param <R> what its handler answers
 */
@SuppressWarnings("unused") // the type parameter ties a command to its answer at compile time
public interface Command<R> {

    /** The stream it wants to add to; commands for one stream are decided one after the other. */
    StreamId stream();

    /**
     * The command that a message carries.
     *
     * @throws IllegalArgumentException if it carries something else
     */
    static Command<?> in(CommandMessage<?> message) {
        if (message.getPayload() instanceof Command<?> command) {
            return command;
        }
        throw new IllegalArgumentException("%s is not a command of ours".formatted(message.getPayloadType()));
    }

    /**
     * Whether a role is about what this command changes. A role that is bounded to nodes or to a holder is about
     * nothing but these, so that a command which belongs to neither is not for it.
     */
    default boolean isWithin(Grant grant) {
        return grant.isUnbounded();
    }

    /**
     * Whether it sets something that another command may set otherwise, so that deciding it again later is not finding
     * what it set.
     */
    default boolean setsWhatOthersMaySet() {
        return false;
    }

    /**
     * What to say when the thing it is about does not exist; asked only if it does not create it.
     *
     * @throws IllegalStateException if it does
     */
    default CommandRefused unknown() {
        throw new IllegalStateException("%s creates what it is about".formatted(getClass()));
    }

    /** Whether what it records is known by heart, so that its sender is answered when this process knows it too. */
    default boolean isKnownByHeart() {
        return false;
    }

    /**
     * Whether it is decided by what the registries know of other streams, where nothing conflicts. Such commands are
     * taken one after the other in a process, each when it knows what came of the ones before.
     */
    default boolean dependsOnOthers() {
        return false;
    }

    /**
     * What it came to when it was carried out before, for whoever sends it again; empty if it was not, or if its
     * handler answers all that there is to say of that.
     *
     * @throws CommandRefused if something else was carried out in its place
     */
    default Optional<Landed<R>> before(Repetition<R> again) {
        return Optional.empty();
    }

    /** Whether to decide again after another command was faster in the same stream. */
    default boolean worthRetrying() {
        return true;
    }
}
