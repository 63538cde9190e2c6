package com.hotpotspot.query.witness;

import org.springframework.stereotype.Component;

/** Answers which nodes would witness the log by the figures of this moment, and why the others would not. */
@Component
public final class WitnessQueries {

    private final WitnessFacts facts;
    private final WitnessSettings settings;

    WitnessQueries(WitnessFacts facts, WitnessSettings settings) {
        this.facts = facts;
        this.settings = settings;
    }

    /** From one snapshot of the database. What the log holds of it may be a look of the choosing behind. */
    public WitnessReport report() {
        WitnessFacts.AsOf asOf = facts.now();
        return WitnessReport.of(WitnessChoice.of(asOf.scored(), settings.nodes()), settings.outside(), asOf.position());
    }
}
