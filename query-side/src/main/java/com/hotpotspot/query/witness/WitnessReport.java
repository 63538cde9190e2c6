package com.hotpotspot.query.witness;

import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.web.AsOf;
import com.hotpotspot.query.witness.WitnessVerdict.NotChosen;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The choice that follows from the log up to a position. All scores are per mille. */
public record WitnessReport(
        @Schema(description = "Whether the log is witnessed, and why if it is not.", example = "WITNESSED")
        WitnessState state,

        @Schema(description = "What a score must be above, in per mille.", example = "500")
        int threshold,

        @Schema(description = "How many nodes have a witness and a score above the threshold.", example = "5")
        int eligible,

        @Schema(description = "How many of them are chosen.", example = "3")
        int chosen,

        @Schema(description = "How many of the chosen must sign a checkpoint.", example = "2")
        int quorum,

        @Schema(description = "Every active node, best first.")
        List<Node> nodes,

        @Schema(
                description =
                        "Who is asked for signatures: the witnesses of the nodes that were chosen last, best first, and then those from outside the network.")
        List<Asked> asked,

        @AsOf long position) {

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

    /** A node's score and its four parts. */
    public record Node(
            NodeId nodeId,
            City city,

            @Schema(description = "The score, all parts together, in per mille.", example = "820")
            int score,

            @Schema(description = "The part for sales, in per mille.", example = "300")
            int salesScore,

            @Schema(description = "The part for reputation, in per mille.", example = "250")
            int reputationScore,

            @Schema(description = "The part for being far from others, in per mille.", example = "170")
            int geographyScore,

            @Schema(description = "The part for tokens held, in per mille.", example = "100")
            int stakeScore,

            @Schema(description = "Whether it is chosen.", example = "true")
            boolean chosen,

            @Schema(description = "Why it is not chosen; null if it is.", example = "NO_WITNESS_CONFIGURED") @Nullable
            NotChosenReason reason) {

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

    /** A witness that is asked for its signature under every checkpoint. */
    public record Asked(
            @Schema(description = "The name of its key.", example = "witness.example/vake")
            String name,

            @Schema(
                    description = "Its verifier key (c2sp.org/signed-note).",
                    example = "witness.example/vake+9ca3f1d2+BEl2c0Mv2Jw3i1Jb0oV0b9gqU4e9QX7h2s5y8Z1k3mN0")
            String key,

            @Schema(description = "Where it is asked.", example = "https://witness.example/")
            String url,

            @Schema(description = "Whose witness it is; null for one from outside the network.", example = "VAKE")
            @Nullable
            NodeId nodeId,

            @Schema(
                    description = "How many events the last checkpoint covers that it has signed; 0 if there is none.",
                    example = "4712")
            long signed,

            @Schema(
                    description =
                            "Why it has not signed when it was asked last, in words; null if it has, or if another process does the asking.",
                    example = "It could not be reached.")
            @Nullable
            String refusal) {}
}
