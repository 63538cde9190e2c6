package com.hotpotspot.query.witness;

/** Whether nodes witness the log, and if not, why not. */
public enum WitnessState {

    /** Some do. */
    WITNESSED("Nodes of the network cosign the log's checkpoints."),

    /** The settings name no witness of a node. */
    NO_WITNESS_CONFIGURED(
            "No node of the network has a witness configured: checkpoints go out without cosignatures of nodes."),

    /** Too few nodes have a witness and a score above the threshold. */
    TOO_FEW_ELIGIBLE("Fewer than " + WitnessPolicies.FEWEST_ELIGIBLE
            + " nodes are eligible: checkpoints go out without cosignatures of nodes.");

    private final String words;

    WitnessState(String words) {
        this.words = words;
    }

    /** The same in a sentence for people. */
    public String words() {
        return words;
    }
}
