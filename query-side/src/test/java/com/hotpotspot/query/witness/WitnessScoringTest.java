package com.hotpotspot.query.witness;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NodeId;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The score, by hand and over many made-up nodes. */
class WitnessScoringTest {

    private static final City TBILISI = new City("Tbilisi");
    private static final City BATUMI = new City("Batumi");
    private static final long SUPPLY = 1_000_000;

    @Test
    void aNodeIsScoredByItsSalesItsReputationItsPlaceAndItsOwnersStake() {
        // 1,000 sales in a hundred even days, seven dishes, an owner with 12 % of the supply.
        NodeFacts node = new NodeFacts(
                new NodeId("BOULEVARD"), BATUMI, 1_000, LocalDate.of(2026, 1, 1), 100, 10_000, 7, 120_000);

        WitnessScore score = WitnessScoring.score(node, new NetworkFacts(5_000, Map.of(BATUMI, 2L), SUPPLY));

        // ⌊log2 1001⌋ = 9 of ⌊log2 5001⌋ = 12
        assertThat(score.sales()).isEqualTo(750);
        // (5 × ⌊100 × 1000 / 365⌋ + 3 × 1000 + 2 × 700) / 10
        assertThat(score.reputation()).isEqualTo(576);
        assertThat(score.geography()).isEqualTo(900);
        assertThat(score.stake()).isEqualTo(120);
        // (4 × 750 + 3 × 576 + 2 × 900 + 120) / 10
        assertThat(score.total()).isEqualTo(664);
    }

    @Test
    void theBestThatCanBeIsAThousand() {
        NodeFacts node = new NodeFacts(
                new NodeId("VAKE"), TBILISI, 36_500, LocalDate.of(2025, 1, 1), 365, 3_650_000, 10, SUPPLY);

        assertThat(WitnessScoring.score(node, new NetworkFacts(36_500, Map.of(TBILISI, 1L), SUPPLY))
                        .total())
                .isEqualTo(1000);
    }

    @Test
    void aNodeThatNeverSoldAnythingHasItsPlaceOnly() {
        NodeFacts node = new NodeFacts(new NodeId("NEW"), TBILISI, 0, null, 0, 0, 0, 0);

        assertThat(WitnessScoring.score(node, new NetworkFacts(0, Map.of(TBILISI, 1L), 0)))
                .isEqualTo(new WitnessScore(0, 0, 1000, 0));
    }

    @ParameterizedTest
    @CsvSource({"Tbilisi, 1000", "Batumi, 900", "Kutaisi, 800", "Rustavi, 700", "Gori, 600", "Telavi, 500"})
    void eachCityHasItsWeightWhichIsHalvedWhereMoreThanTwoActiveNodesShareIt(City city, int weight) {
        NodeFacts node = sellingDaily(city, List.of(1L), 1, 0);

        assertThat(geography(node, 1)).isEqualTo(weight);
        assertThat(geography(node, 2)).isEqualTo(weight);
        assertThat(geography(node, 3)).isEqualTo(weight / 2);
        assertThat(geography(node, 9)).isEqualTo(weight / 2);
    }

    @Test
    void evennessIsWhatTheCoefficientOfVariationLeavesOfAThousand() {
        assertThat(WitnessScoring.evenness(sellingDaily(TBILISI, List.of(5L), 1, 0)))
                .isEqualTo(1000);
        assertThat(WitnessScoring.evenness(sellingDaily(TBILISI, List.of(7L, 7L, 7L), 1, 0)))
                .isEqualTo(1000);
        // Mean 2, deviation 1.
        assertThat(WitnessScoring.evenness(sellingDaily(TBILISI, List.of(1L, 3L), 1, 0)))
                .isEqualTo(500);
        // √2 / 4 is 353.55… per mille, of which the fraction is dropped.
        assertThat(WitnessScoring.evenness(sellingDaily(TBILISI, List.of(1L, 1L, 2L), 1, 0)))
                .isEqualTo(647);
        // More than the mean itself.
        assertThat(WitnessScoring.evenness(sellingDaily(TBILISI, List.of(1L, 1L, 1L, 1L, 100L), 1, 0)))
                .isZero();
    }

    @Property(tries = 500)
    void everyPartAndTheTotalLieBetweenNothingAndAThousand(@ForAll("nodes") List<NodeFacts> nodes) {
        NetworkFacts network = NetworkFacts.of(nodes, SUPPLY);

        // The constructor of a score refuses parts that lie elsewhere.
        assertThat(nodes.stream()
                        .map(node -> WitnessScoring.score(node, network).total()))
                .allSatisfy(total -> assertThat(total).isBetween(0, 1000));
    }

    @Property(tries = 500)
    void whoeverSellsMoreDoesNotScoreLessForSales(
            @ForAll @LongRange(max = 1L << 40) long sales, @ForAll @LongRange(max = 1L << 40) long more) {
        NetworkFacts network = new NetworkFacts(1L << 41, Map.of(), SUPPLY);

        assertThat(salesPart(sales + more, network)).isGreaterThanOrEqualTo(salesPart(sales, network));
    }

    @Property(tries = 500)
    void whoeverSellsMostScoresAThousandForSales(@ForAll @LongRange(min = 1, max = 1L << 50) long sales) {
        assertThat(salesPart(sales, new NetworkFacts(sales, Map.of(), SUPPLY))).isEqualTo(1000);
    }

    @Property(tries = 500)
    void theCoefficientOfVariationIsRoundedDownOnce(@ForAll("nodes") List<NodeFacts> nodes) {
        for (NodeFacts node : nodes) {
            int perMille = 1000 - WitnessScoring.evenness(node);
            if (node.sales() == 0 || perMille == 1000) {
                continue;
            }
            BigInteger exact = BigInteger.valueOf(node.activeDays())
                    .multiply(BigInteger.valueOf(node.squares()))
                    .subtract(BigInteger.valueOf(node.sales()).pow(2))
                    .multiply(BigInteger.valueOf(1_000_000));
            assertThat(BigInteger.valueOf(perMille * node.sales()).pow(2)).isLessThanOrEqualTo(exact);
            assertThat(BigInteger.valueOf((perMille + 1) * node.sales()).pow(2)).isGreaterThan(exact);
        }
    }

    @Provide
    Arbitrary<List<NodeFacts>> nodes() {
        Arbitrary<City> cities = Arbitraries.of(TBILISI, BATUMI, new City("Telavi"));
        Arbitrary<List<Long>> days =
                Arbitraries.longs().between(1, 100_000).list().ofMaxSize(400);
        return Combinators.combine(
                        cities,
                        days,
                        Arbitraries.longs().between(0, 40),
                        Arbitraries.longs().between(0, SUPPLY))
                .as(WitnessScoringTest::sellingDaily)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static int geography(NodeFacts node, long activeNodes) {
        return WitnessScoring.score(node, new NetworkFacts(1, Map.of(node.city(), activeNodes), SUPPLY))
                .geography();
    }

    private static int salesPart(long sales, NetworkFacts network) {
        return WitnessScoring.sales(new NodeFacts(new NodeId("VAKE"), TBILISI, sales, null, 1, 0, 1, 0), network);
    }

    private static NodeFacts sellingDaily(City city, List<Long> days, long items, long ownerUnits) {
        return new NodeFacts(
                new NodeId("VAKE"),
                city,
                days.stream().mapToLong(Long::longValue).sum(),
                null,
                days.size(),
                days.stream().mapToLong(sales -> sales * sales).sum(),
                items,
                ownerUnits);
    }
}
