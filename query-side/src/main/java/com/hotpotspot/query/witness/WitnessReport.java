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
 * @param asked who is asked for signatures: the witnesses of the nodes that were chosen last, best first, and then
 *     those from outside the network
 * @param position up to which position of the log all this is so
 */
public record WitnessReport(
        WitnessState state,
        int threshold,
        int eligible,
        int chosen,
        int quorum,
        List<Node> nodes,
        List<Asked> asked,
        long position) {

    static WitnessReport of(WitnessChoice choice, List<Asked> asked, long position) {
        return new WitnessReport(
                choice.state(),
                WitnessPolicies.THRESHOLD,
                choice.eligible(),
                choice.chosen().size(),
                choice.quorum(),
                choice.judged().stream().map(Node::of).toList(),
                asked,
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
     * A witness that is asked for its signature under every checkpoint.
     *
     * @param name of its key
     * @param key its verifier key
     * @param url where it is asked
     * @param nodeId whose witness it is; null for one from outside the network
     * @param signed how many events the last checkpoint covers that it has signed; 0 if there is none
     * @param refusal why it has not signed when it was asked last, in words; null if it has, or if another process does
     *     the asking
     */
    public record Asked(
            String name,
            String key,
            String url,
            @Nullable NodeId nodeId,
            long signed,
            @Nullable String refusal) {}
}
