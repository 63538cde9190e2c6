package com.hotpotspot.query.audit;

/** How the log builder of this process is doing. */
sealed interface SealingState {

    /** In words. */
    String inWords();

    /** It is not the business of this process. */
    record Elsewhere() implements SealingState {

        @Override
        public String inWords() {
            return "This process signs nothing; another one does.";
        }
    }

    /** It has not found out yet where it was left off. */
    record Starting() implements SealingState {

        @Override
        public String inWords() {
            return "Starting.";
        }
    }

    /**
     * It asks those outside what was signed before, and signs nothing until they have answered.
     *
     * @param silent who has not, and why
     */
    record Asking(String silent) implements SealingState {

        @Override
        public String inWords() {
            return "Asking what was signed before; nothing is signed until then. No answer yet from: " + silent + ".";
        }
    }

    /** Every event is sealed within a second or so. */
    record Working() implements SealingState {

        @Override
        public String inWords() {
            return "New events are sealed as they come.";
        }
    }

    /** The event log or the database cannot be reached; it goes on when they can. */
    record Waiting() implements SealingState {

        @Override
        public String inWords() {
            return "The event log or the database cannot be reached. Sealing goes on when it can.";
        }
    }

    /**
     * What was signed does not hold any longer.
     *
     * @param reason one sentence for the operator
     */
    record Refusing(String reason) implements SealingState {

        @Override
        public String inWords() {
            return "Nothing more is signed. " + reason;
        }
    }
}
