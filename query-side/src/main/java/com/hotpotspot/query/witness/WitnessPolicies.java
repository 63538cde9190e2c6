package com.hotpotspot.query.witness;

import com.hotpotspot.events.network.NodeId;
import java.util.List;
import java.util.Set;

/** The rules by which nodes are chosen to witness the log. */
final class WitnessPolicies {

    /** A score must be above this, in per mille. */
    static final int THRESHOLD = 300;

    static final int MOST_NODES = 7;
    static final int MOST_OF_A_CITY = 2;

    /** With fewer eligible nodes than these, none is chosen: too few would have to collude. */
    static final int FEWEST_ELIGIBLE = 3;

    private WitnessPolicies() {}

    /** Above the threshold, and somebody to ask. */
    static WitnessVerdict isEligible(ScoredNode node, Set<NodeId> withWitness) {
        return WitnessVerdict.unless(withWitness.contains(node.node()), NotChosenReason.NO_WITNESS_CONFIGURED)
                .and(() -> WitnessVerdict.unless(node.score().total() > THRESHOLD, NotChosenReason.BELOW_THRESHOLD));
    }

    static WitnessVerdict enoughAreEligible(long eligible) {
        return WitnessVerdict.unless(eligible >= FEWEST_ELIGIBLE, NotChosenReason.TOO_FEW_ELIGIBLE);
    }

    /** @param chosen the better nodes that have been chosen before it */
    static WitnessVerdict fitsBeside(ScoredNode node, List<ScoredNode> chosen) {
        long ofItsCity = chosen.stream()
                .filter(other -> other.city().equals(node.city()))
                .count();
        return WitnessVerdict.unless(ofItsCity < MOST_OF_A_CITY, NotChosenReason.CITY_HAS_ITS_SHARE)
                .and(() -> WitnessVerdict.unless(chosen.size() < MOST_NODES, NotChosenReason.ENOUGH_CHOSEN));
    }

    /** How many of so many nodes must sign: more than two thirds, none of none. */
    static int quorumOf(int nodes) {
        return nodes == 0 ? 0 : 2 * nodes / 3 + 1;
    }
}
