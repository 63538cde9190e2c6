package com.hotpotspot.query.witness;

import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NodeId;
import java.util.Comparator;

/** An active node with its score. */
record ScoredNode(NodeId node, City city, WitnessScore score) {

    /** The node's id decides between equals, so that everybody chooses the same. */
    static final Comparator<ScoredNode> BEST_FIRST = Comparator.comparingInt(
                    (ScoredNode scored) -> scored.score().total())
            .reversed()
            .thenComparing(scored -> scored.node().value());

    static ScoredNode of(NodeFacts facts, NetworkFacts network) {
        return new ScoredNode(facts.node(), facts.city(), WitnessScoring.score(facts, network));
    }
}
