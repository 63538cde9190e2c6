package com.hotpotspot.routine;

import java.time.Instant;

/** How a routine does. */
public sealed interface RoutineState {

    /** In words. */
    String inWords();

    /** Whether nobody needs to look after it. */
    default boolean isWell() {
        return true;
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
        public boolean isWell() {
            return false;
        }
    }

    /** It takes no turn any more. */
    record Stopped() implements RoutineState {

        @Override
        public String inWords() {
            return "Stopped.";
        }

        @Override
        public boolean isWell() {
            return false;
        }
    }
}
