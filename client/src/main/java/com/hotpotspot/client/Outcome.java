package com.hotpotspot.client;

import com.hotpotspot.events.money.Units;

/** What the command side said to one request. */
public sealed interface Outcome {

    /** The tokens that came into being by it; none by a refusal, and none by what mints nothing. */
    Units minted();

    /** It has happened, just now. */
    record Accepted(Units minted) implements Outcome {}

    /** The same had happened before and has not happened again; this is the first answer once more. */
    record Replayed(Units minted) implements Outcome {}

    /**
     * It has not happened and will not, however often it is tried.
     *
     * @param code stable and made for programs, for example {@code terminal-not-authorised}
     * @param reason made for people
     */
    record Refused(String code, String reason) implements Outcome {

        @Override
        public Units minted() {
            return Units.ZERO;
        }
    }

    /**
     * For what must succeed.
     *
     * @param what names the request in the message, for example {@code Founding the network}
     * @throws RefusedException if this is a refusal
     */
    default void orThrow(String what) {
        if (this instanceof Refused refused) {
            throw new RefusedException(what, refused);
        }
    }
}
