package com.hotpotspot.query.witness;

import com.hotpotspot.query.layout.Figures;
import java.util.List;
import java.util.Locale;

/**
 * The page of the witnesses.
 *
 * @param state whether nodes witness the log, or why not, in a sentence
 * @param quorum how many must sign, in a sentence; empty where none is chosen
 * @param rule how a score counts, in a sentence
 * @param position up to where in the log all of it speaks
 * @param parked which events it is without, in a sentence; empty where it is whole
 */
record WitnessesView(
        String state, String quorum, String rule, List<Row> nodes, List<Asked> asked, long position, String parked) {

    static WitnessesView of(WitnessReport report, String parked) {
        return new WitnessesView(
                report.state().words(),
                report.state() == WitnessState.WITNESSED
                        ? String.format(Locale.ROOT, "%d of the %d chosen must sign.", report.quorum(), report.chosen())
                        : "",
                String.format(
                        Locale.ROOT,
                        "Scores are per mille; a node is eligible above %d and with a witness configured. %d are eligible.",
                        report.threshold(),
                        report.eligible()),
                report.nodes().stream().map(Row::of).toList(),
                report.asked().stream().map(Asked::of).toList(),
                report.position(),
                parked);
    }

    /**
     * A witness that is asked for signatures.
     *
     * @param of whose witness it is
     * @param signed the last checkpoint that it has signed
     * @param refusal why it has not signed since; empty if nothing is known against it
     */
    record Asked(String name, String of, String url, String signed, String refusal) {

        static Asked of(WitnessReport.Asked witness) {
            String refusal = witness.refusal();
            return new Asked(
                    witness.name(),
                    witness.nodeId() == null
                            ? "from outside the network"
                            : "of " + witness.nodeId().value(),
                    witness.url(),
                    witness.signed() == 0
                            ? "nothing yet"
                            : "up to %s events".formatted(Figures.count(witness.signed())),
                    refusal == null ? "" : refusal);
        }
    }

    /** A node as a row of the table. */
    record Row(
            String id,
            String city,
            int score,
            int sales,
            int reputation,
            int geography,
            int stake,
            boolean chosen,
            String reason) {

        static Row of(WitnessReport.Node node) {
            return new Row(
                    node.nodeId().value(),
                    node.city().name(),
                    node.score(),
                    node.salesScore(),
                    node.reputationScore(),
                    node.geographyScore(),
                    node.stakeScore(),
                    node.chosen(),
                    node.reason() == null ? "" : node.reason().words());
        }

        /** Public because the template calls it. */
        public String path() {
            return "/nodes/" + id;
        }
    }
}
