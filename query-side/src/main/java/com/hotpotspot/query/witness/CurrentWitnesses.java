package com.hotpotspot.query.witness;

import java.util.List;

/**
 * Whom to ask for cosignatures.
 *
 * @param witnesses those of the chosen nodes, best first, and then those from outside the network. A chosen node is
 *     missing while the settings no longer name its witness and the next choice is still to be made
 * @param quorum how many of the chosen nodes must sign; 0 where none is chosen
 * @param state whether nodes are chosen, and if not, why not. Before the first choice it is said that too few are
 *     eligible
 */
public record CurrentWitnesses(List<ChosenWitness> witnesses, int quorum, WitnessState state) {

    public CurrentWitnesses {
        witnesses = List.copyOf(witnesses);
    }
}
