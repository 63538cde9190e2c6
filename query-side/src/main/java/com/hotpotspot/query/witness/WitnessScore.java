package com.hotpotspot.query.witness;

import com.hotpotspot.events.InvalidValue;
import java.util.stream.IntStream;

/** How good a witness a node makes, in four parts; each lies between 0 and 1000, as does their total. */
record WitnessScore(int sales, int reputation, int geography, int stake) {

    static final int WHOLE = 1000;

    WitnessScore {
        InvalidValue.unless(
                IntStream.of(sales, reputation, geography, stake).allMatch(part -> part >= 0 && part <= WHOLE),
                "score",
                "has a part outside of 0 to %d",
                WHOLE);
    }

    /** The parts, weighed four to three to two to one and rounded down. */
    int total() {
        return (4 * sales + 3 * reputation + 2 * geography + stake) / 10;
    }
}
