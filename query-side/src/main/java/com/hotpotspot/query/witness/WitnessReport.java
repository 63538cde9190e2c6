package com.hotpotspot.query.witness;

import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.witness.WitnessVerdict.NotChosen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The choice that follows from the log up to a position. All scores are per mille.
 *
 * @param threshold what a score must be above
 * @param eligible how many nodes have a witness and a score above the threshold
 * @param chosen how many of them are chosen
 * @param quorum how many of the chosen must sign a checkpoint
 * @param nodes every active node, best first
 * @param outside witnesses of no node, who are always asked
 * @param position up to which position of the log all this is so
 */
public record WitnessReport(
        WitnessState state,
        int threshold,
        int eligible,
        int chosen,
        int quorum,
        List<Node> nodes,
        List<Outside> outside,
        long position) {

    static WitnessReport of(WitnessChoice choice, List<ChosenWitness> outside, long position) {
        return new WitnessReport(
                choice.state(),
                WitnessPolicies.THRESHOLD,
                choice.eligible(),
                choice.chosen().size(),
                choice.quorum(),
                choice.judged().stream().map(Node::of).toList(),
                outside.stream()
                        .map(witness -> new Outside(
                                witness.key().name().value(),
                                witness.key().toString(),
                                witness.url().toString()))
                        .toList(),
                position);
    }

    /**
     * A node's score and its four parts.
     *
     * @param reason why it is not chosen; null if it is
     */
    public record Node(
            NodeId nodeId,
            City city,
            int score,
            int salesScore,
            int reputationScore,
            int geographyScore,
            int stakeScore,
            boolean chosen,
            @Nullable NotChosenReason reason) {

        static Node of(WitnessChoice.Judged judged) {
            WitnessScore score = judged.node().score();
            NotChosenReason reason = judged.verdict() instanceof NotChosen(NotChosenReason because) ? because : null;
            return new Node(
                    judged.node().node(),
                    judged.node().city(),
                    score.total(),
                    score.sales(),
                    score.reputation(),
                    score.geography(),
                    score.stake(),
                    reason == null,
                    reason);
        }
    }

    /**
     * A witness from outside the network.
     *
     * @param name of its key
     * @param key its verifier key
     * @param url where it is asked
     */
    public record Outside(String name, String key, String url) {}
}
