package com.hotpotspot.command.verdict;

import com.hotpotspot.answer.PublicCode;
import java.util.function.Supplier;

/** What a policy answers. */
public sealed interface Verdict {

    /** The rule has nothing against it. */
    record Allowed() implements Verdict {}

    /** The rule forbids it, for this reason. */
    record Refused(PublicCode code, String reason) implements Verdict {

        public CommandRefused asException() {
            return new CommandRefused(code, reason);
        }
    }

    static Verdict allowed() {
        return new Allowed();
    }

    static Refused refused(PublicCode code, String reason) {
        return new Refused(code, reason);
    }

    /** This verdict if it refuses, otherwise the next policy's. */
    default Verdict and(Supplier<Verdict> next) {
        return this instanceof Allowed ? next.get() : this;
    }

    /** @throws CommandRefused if this is a refusal */
    default void orElseRefuse() {
        if (this instanceof Refused refused) {
            throw refused.asException();
        }
    }
}
