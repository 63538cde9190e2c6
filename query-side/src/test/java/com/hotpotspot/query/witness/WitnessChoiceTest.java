package com.hotpotspot.query.witness;

import static com.hotpotspot.query.witness.NotChosenReason.BELOW_THRESHOLD;
import static com.hotpotspot.query.witness.NotChosenReason.CITY_HAS_ITS_SHARE;
import static com.hotpotspot.query.witness.NotChosenReason.ENOUGH_CHOSEN;
import static com.hotpotspot.query.witness.NotChosenReason.NO_WITNESS_CONFIGURED;
import static com.hotpotspot.query.witness.NotChosenReason.TOO_FEW_ELIGIBLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.witness.WitnessVerdict.NotChosen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is chosen, and why the others are not. */
class WitnessChoiceTest {

    @Test
    void theBestAreChosenFromTheTopDown() {
        WitnessChoice choice = choiceAmong(node("B", "Batumi", 500), node("A", "Gori", 400), node("C", "Tbilisi", 900));

        assertThat(choice.state()).isEqualTo(WitnessState.WITNESSED);
        assertThat(ids(choice)).containsExactly("C", "B", "A");
        assertThat(choice.quorum()).isEqualTo(3);
    }

    @Test
    void aScoreMustBeAboveTheThreshold() {
        WitnessChoice choice = choiceAmong(
                node("A", "Gori", 301), node("B", "Batumi", 300), node("C", "Tbilisi", 400), node("D", "Telavi", 400));

        assertThat(ids(choice)).containsExactly("C", "D", "A");
        assertThat(reason(choice, "B")).isEqualTo(BELOW_THRESHOLD);
        assertThat(choice.eligible()).isEqualTo(3);
    }

    @Test
    void aCityHasAtMostTwoAndItsThirdMakesWayForTheNext() {
        WitnessChoice choice = choiceAmong(
                node("A", "Tbilisi", 900),
                node("B", "Tbilisi", 800),
                node("C", "Tbilisi", 700),
                node("D", "Gori", 400));

        assertThat(ids(choice)).containsExactly("A", "B", "D");
        assertThat(reason(choice, "C")).isEqualTo(CITY_HAS_ITS_SHARE);
    }

    @Test
    void thereAreAtMostSeven() {
        WitnessChoice choice = choiceAmong(IntStream.rangeClosed(1, 9)
                .mapToObj(number -> node("N" + number, "City " + number, 1000 - number))
                .toArray(ScoredNode[]::new));

        assertThat(ids(choice)).containsExactly("N1", "N2", "N3", "N4", "N5", "N6", "N7");
        assertThat(reason(choice, "N8")).isEqualTo(ENOUGH_CHOSEN);
        assertThat(reason(choice, "N9")).isEqualTo(ENOUGH_CHOSEN);
        assertThat(choice.quorum()).isEqualTo(5);
    }

    @Test
    void withFewerThanThreeEligibleNobodyIsChosen() {
        WitnessChoice choice = choiceAmong(node("A", "Gori", 900), node("B", "Batumi", 800), node("C", "Tbilisi", 200));

        assertThat(choice.state()).isEqualTo(WitnessState.TOO_FEW_ELIGIBLE);
        assertThat(choice.chosen()).isEmpty();
        assertThat(choice.quorum()).isZero();
        assertThat(reason(choice, "A")).isEqualTo(TOO_FEW_ELIGIBLE);
        assertThat(reason(choice, "C")).isEqualTo(BELOW_THRESHOLD);
    }

    @Test
    void aNodeWithoutAWitnessIsNoCandidate() {
        List<ScoredNode> nodes = List.of(
                node("A", "Gori", 900), node("B", "Batumi", 800), node("C", "Tbilisi", 700), node("D", "Telavi", 600));

        WitnessChoice choice =
                WitnessChoice.of(nodes, Set.of(new NodeId("B"), new NodeId("C"), new NodeId("D"), new NodeId("GONE")));

        assertThat(ids(choice)).containsExactly("B", "C", "D");
        assertThat(reason(choice, "A")).isEqualTo(NO_WITNESS_CONFIGURED);
        assertThat(WitnessChoice.of(nodes, Set.of()).state()).isEqualTo(WitnessState.NO_WITNESS_CONFIGURED);
    }

    @Test
    void equalScoresAreOrderedByTheNodesIdWhateverTheOrderTheyComeIn() {
        List<ScoredNode> nodes = new ArrayList<>(
                List.of(node("A", "Tbilisi", 500), node("B", "Tbilisi", 500), node("C", "Tbilisi", 500)));

        assertThat(ids(choiceAmong(nodes.toArray(ScoredNode[]::new)))).containsExactly("A", "B");
        Collections.reverse(nodes);
        assertThat(ids(choiceAmong(nodes.toArray(ScoredNode[]::new)))).containsExactly("A", "B");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 2", "3, 3", "4, 3", "5, 4", "6, 5", "7, 5"})
    void moreThanTwoThirdsMustSign(int nodes, int quorum) {
        assertThat(WitnessPolicies.quorumOf(nodes)).isEqualTo(quorum);
    }

    private static ScoredNode node(String id, String city, int total) {
        WitnessScore score = new WitnessScore(total, total, total, total);
        assertThat(score.total()).isEqualTo(total);
        return new ScoredNode(new NodeId(id), new City(city), score);
    }

    private static WitnessChoice choiceAmong(ScoredNode... nodes) {
        return WitnessChoice.of(
                List.of(nodes), List.of(nodes).stream().map(ScoredNode::node).collect(Collectors.toSet()));
    }

    private static List<String> ids(WitnessChoice choice) {
        return choice.chosen().stream().map(node -> node.node().value()).toList();
    }

    private static NotChosenReason reason(WitnessChoice choice, String id) {
        WitnessVerdict verdict = choice.judged().stream()
                .filter(judged -> judged.node().node().value().equals(id))
                .findFirst()
                .orElseThrow()
                .verdict();
        return ((NotChosen) verdict).reason();
    }
}
