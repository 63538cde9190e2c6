package com.hotpotspot.query.witness;

import java.util.function.Supplier;

/** What a policy says of a node that might witness the log. */
sealed interface WitnessVerdict {

    /** The rule has nothing against it. */
    record Chosen() implements WitnessVerdict {}

    /** The rule keeps it from being chosen. */
    record NotChosen(NotChosenReason reason) implements WitnessVerdict {}

    static WitnessVerdict unless(boolean holds, NotChosenReason reason) {
        return holds ? new Chosen() : new NotChosen(reason);
    }

    /** This verdict if it is against the node, otherwise the next policy's. */
    default WitnessVerdict and(Supplier<WitnessVerdict> next) {
        return this instanceof Chosen ? next.get() : this;
    }
}
