package com.hotpotspot.command.dispatch;

import com.hotpotspot.eventlog.Appended;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command that was not refused.
 *
 * @param <R> what its handler answers
 */
final class CommandOutcome<R> {

    private final R result;
    private boolean changed;
    private @Nullable Appended appended;

    CommandOutcome(R result) {
        this.result = result;
    }

    R result() {
        return result;
    }

    /** Whether anything was recorded; a repeated command changes nothing. */
    boolean changed() {
        return changed;
    }

    /** Where the command's events landed; empty if it changed nothing, or if the engine of the log does not tell. */
    Optional<Appended> appended() {
        return Optional.ofNullable(appended);
    }

    void landed() {
        changed = true;
    }

    void landedAt(Appended place) {
        changed = true;
        appended = place;
    }
}
