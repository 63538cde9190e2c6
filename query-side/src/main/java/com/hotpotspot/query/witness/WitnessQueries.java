package com.hotpotspot.query.witness;

import com.hotpotspot.query.projection.ProjectionName;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers which nodes would witness the log by the figures of this moment, and why the others would not. */
@Component
public final class WitnessQueries {

    private final WitnessFacts facts;
    private final WitnessSettings settings;
    private final Witnesses witnesses;
    private final Cosignatures cosignatures;

    WitnessQueries(WitnessFacts facts, WitnessSettings settings, Witnesses witnesses, Cosignatures cosignatures) {
        this.facts = facts;
        this.settings = settings;
        this.witnesses = witnesses;
        this.cosignatures = cosignatures;
    }

    /** What its answers are made from. */
    public ProjectionName projection() {
        return WitnessProjection.NAME;
    }

    /**
     * From one snapshot of the database. What the log holds of it, and with it who is asked, may be a look of the
     * choosing behind.
     *
     * @throws com.hotpotspot.eventlog.EventLogUnavailableException if the log cannot be reached
     */
    public WitnessReport report() {
        WitnessFacts.AsOf asOf = facts.now();
        return WitnessReport.of(WitnessChoice.of(asOf.scored(), settings.nodes()), asked(), asOf.position());
    }

    private List<WitnessReport.Asked> asked() {
        return witnesses.current().stream()
                .map(witness -> new WitnessReport.Asked(
                        witness.key().name().value(),
                        witness.key().toString(),
                        witness.url().toString(),
                        witness.node(),
                        cosignatures.lastSigned(witness.key()),
                        cosignatures.refusal(witness.key()).orElse(null)))
                .toList();
    }
}
