package com.hotpotspot.command.dispatch;

/**
 * Something the system is asked to do. A command cannot exist invalid: its constructor refuses what could never be
 * right.
 *
 * @param <R> what its handler answers
 */
@SuppressWarnings("unused") // the type parameter ties a command to its answer at compile time
public interface Command<R> {

    /** Whether to decide again after another command was faster in the same stream. */
    default boolean worthRetrying() {
        return true;
    }
}
