package com.hotpotspot.query.witness;

/** Whether nodes witness the log, and if not, why not: then checkpoints go out without cosignatures of nodes. */
public enum WitnessState {

    /** Some do. */
    WITNESSED,

    /** The settings name no witness of a node. */
    NO_WITNESS_CONFIGURED,

    /** Too few nodes have a witness and a score above the threshold. */
    TOO_FEW_ELIGIBLE
}
