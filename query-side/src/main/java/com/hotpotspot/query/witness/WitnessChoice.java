package com.hotpotspot.query.witness;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.witness.WitnessVerdict.Chosen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which nodes are to witness the log, and why the others are not.
 *
 * @param judged every active node, best first
 * @param eligible how many of them have a witness and a score above the threshold
 */
record WitnessChoice(WitnessState state, List<Judged> judged, int eligible) {

    WitnessChoice {
        judged = List.copyOf(judged);
    }

    /**
     * Chooses from the best down.
     *
     * @param nodes every active node
     * @param withWitness the nodes that have a witness to ask
     */
    static WitnessChoice of(Collection<ScoredNode> nodes, Set<NodeId> withWitness) {
        long eligible = nodes.stream()
                .filter(node -> WitnessPolicies.isEligible(node, withWitness) instanceof Chosen)
                .count();
        List<Judged> judged = new ArrayList<>(nodes.size());
        List<ScoredNode> chosen = new ArrayList<>();
        nodes.stream().sorted(ScoredNode.BEST_FIRST).forEach(node -> {
            WitnessVerdict verdict = WitnessPolicies.isEligible(node, withWitness)
                    .and(() -> WitnessPolicies.enoughAreEligible(eligible))
                    .and(() -> WitnessPolicies.fitsBeside(node, chosen));
            if (verdict instanceof Chosen) {
                chosen.add(node);
            }
            judged.add(new Judged(node, verdict));
        });
        return new WitnessChoice(state(withWitness, chosen), judged, Math.toIntExact(eligible));
    }

    private static WitnessState state(Set<NodeId> withWitness, List<ScoredNode> chosen) {
        if (withWitness.isEmpty()) {
            return WitnessState.NO_WITNESS_CONFIGURED;
        }
        return chosen.isEmpty() ? WitnessState.TOO_FEW_ELIGIBLE : WitnessState.WITNESSED;
    }

    /** Best first. */
    List<ScoredNode> chosen() {
        return judged.stream()
                .filter(node -> node.verdict() instanceof Chosen)
                .map(Judged::node)
                .toList();
    }

    /** How many of the chosen must sign. */
    int quorum() {
        return WitnessPolicies.quorumOf(chosen().size());
    }

    /** A node and what became of it. */
    record Judged(ScoredNode node, WitnessVerdict verdict) {}
}
