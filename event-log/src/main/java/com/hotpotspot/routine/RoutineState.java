package com.hotpotspot.routine;

import java.time.Instant;
import java.util.Optional;

/** How a routine does. */
public sealed interface RoutineState {

    /** In words. */
    String inWords();

    /** Since when somebody may have to look after it; empty if nobody needs to. */
    default Optional<Instant> troubledSince() {
        return Optional.empty();
    }

    /** Whether nobody needs to look after it. */
    default boolean isWell() {
        return troubledSince().isEmpty();
    }

    /** It was not started: there is nothing for it to do in this process. */
    record Idle() implements RoutineState {

        @Override
        public String inWords() {
            return "Nothing to do here.";
        }
    }

    /** It takes its turns. */
    record Running() implements RoutineState {

        @Override
        public String inWords() {
            return "Running.";
        }
    }

    /**
     * Its last turns failed, and it comes back.
     *
     * @param since when the first of them did
     * @param reason why the last of them did
     * @param outage whether that is an {@link Outage}
     */
    record Failing(Instant since, String reason, boolean outage) implements RoutineState {

        @Override
        public String inWords() {
            return "Failing since " + since + ": " + reason;
        }

        @Override
        public Optional<Instant> troubledSince() {
            return Optional.of(since);
        }
    }

    /** It takes no turn any more. */
    record Stopped(Instant since) implements RoutineState {

        @Override
        public String inWords() {
            return "Stopped at " + since + '.';
        }

        @Override
        public Optional<Instant> troubledSince() {
            return Optional.of(since);
        }
    }
}
