package com.hotpotspot.command.dispatch;

import com.hotpotspot.eventlog.Appended;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command that was not refused.
 *
 * @param <R> what its handler answers
 */
public final class CommandOutcome<R> {

    private final R result;
    private @Nullable Appended appended;

    CommandOutcome(R result) {
        this.result = result;
    }

    public R result() {
        return result;
    }

    /** Where the command's events landed; empty if it changed nothing, as a repeated command does. */
    public Optional<Appended> appended() {
        return Optional.ofNullable(appended);
    }

    void landedAt(Appended place) {
        appended = place;
    }
}
