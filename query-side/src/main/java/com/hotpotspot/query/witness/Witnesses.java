package com.hotpotspot.query.witness;

import com.hotpotspot.events.audit.WitnessNode;
import com.hotpotspot.events.audit.WitnessesChosen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whom to ask for cosignatures, by the last choice that the log holds. */
@Component
public final class Witnesses {

    private final WitnessSettings settings;
    private final RecordedChoice recorded;

    Witnesses(WitnessSettings settings, RecordedChoice recorded) {
        this.settings = settings;
        this.recorded = recorded;
    }

    /** Everybody whom the settings name, chosen or not. */
    public List<ChosenWitness> all() {
        return settings.all();
    }

    /**
     * The witnesses of the chosen nodes, best first, and then those from outside the network.
     *
     * @throws com.hotpotspot.eventlog.EventLogUnavailableException if the log cannot be reached
     */
    public List<ChosenWitness> current() {
        return now().witnesses();
    }

    /**
     * How many of the chosen nodes must sign; 0 where none is chosen. Signatures from outside come on top and do not
     * count.
     *
     * @throws com.hotpotspot.eventlog.EventLogUnavailableException if the log cannot be reached
     */
    public int quorum() {
        return now().quorum();
    }

    /**
     * All of that at one moment, with the reason where no node is chosen.
     *
     * @throws com.hotpotspot.eventlog.EventLogUnavailableException if the log cannot be reached
     */
    public CurrentWitnesses now() {
        List<ChosenWitness> outside = settings.outside();
        if (settings.nodes().isEmpty()) {
            return new CurrentWitnesses(outside, 0, WitnessState.NO_WITNESS_CONFIGURED);
        }
        WitnessesChosen choice = recorded.last().choice();
        if (choice == null || choice.nodes().isEmpty()) {
            return new CurrentWitnesses(outside, 0, WitnessState.TOO_FEW_ELIGIBLE);
        }
        List<ChosenWitness> witnesses = new ArrayList<>();
        Map<String, ChosenWitness> byKey = new HashMap<>();
        settings.all().forEach(witness -> byKey.put(witness.key().toString(), witness));
        for (WitnessNode node : choice.nodes()) {
            ChosenWitness witness = byKey.get(node.key());
            if (witness != null && node.node().equals(witness.node())) {
                witnesses.add(witness);
            }
        }
        witnesses.addAll(outside);
        return new CurrentWitnesses(witnesses, choice.quorum(), WitnessState.WITNESSED);
    }
}
