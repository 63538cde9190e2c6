package com.hotpotspot.query.witness;

import com.hotpotspot.events.network.City;
import java.math.BigInteger;
import java.util.Map;

/** Makes a node's score of its facts. Whole numbers throughout; every division rounds down. */
final class WitnessScoring {

    private static final int WHOLE = WitnessScore.WHOLE;
    private static final int YEAR = 365;
    private static final int MANY_ITEMS = 10;
    private static final int CROWD = 2;

    private static final Map<City, Integer> CITY_WEIGHTS = Map.of(
            new City("Tbilisi"), 1000,
            new City("Batumi"), 900,
            new City("Kutaisi"), 800,
            new City("Rustavi"), 700,
            new City("Gori"), 600);

    private static final int OTHER_CITY = 500;

    private WitnessScoring() {}

    static WitnessScore score(NodeFacts node, NetworkFacts network) {
        return new WitnessScore(
                sales(node, network), reputation(node), geography(node.city(), network), stake(node, network));
    }

    static int sales(NodeFacts node, NetworkFacts network) {
        int largest = log2(1 + network.largestSales());
        return largest == 0 ? 0 : WHOLE * log2(1 + node.sales()) / largest;
    }

    /** ⌊log2⌋ of a positive number: how often it can be halved. */
    private static int log2(long number) {
        return Long.SIZE - 1 - Long.numberOfLeadingZeros(number);
    }

    private static int reputation(NodeFacts node) {
        return (5 * age(node) + 3 * evenness(node) + 2 * breadth(node)) / 10;
    }

    private static int age(NodeFacts node) {
        return atMost(YEAR, node.activeDays()) * WHOLE / YEAR;
    }

    private static int breadth(NodeFacts node) {
        return atMost(MANY_ITEMS, node.items()) * (WHOLE / MANY_ITEMS);
    }

    static int evenness(NodeFacts node) {
        return node.sales() == 0 ? 0 : WHOLE - variation(node);
    }

    /**
     * The coefficient of variation of a day's sales: standard deviation (of all days, not of a sample) by mean. With n
     * days, their sum S and the sum of their squares Q that is √(n·Q − S²) / S. The thousand goes under the root before
     * it is drawn, so that rounding down twice is the same as rounding down once, at the end: the per mille are those
     * of the exact figure without its fraction.
     */
    private static int variation(NodeFacts node) {
        BigInteger sum = BigInteger.valueOf(node.sales());
        BigInteger spread = BigInteger.valueOf(node.activeDays())
                .multiply(BigInteger.valueOf(node.squares()))
                .subtract(sum.pow(2));
        BigInteger perMille =
                spread.multiply(BigInteger.valueOf((long) WHOLE * WHOLE)).sqrt().divide(sum);
        return perMille.min(BigInteger.valueOf(WHOLE)).intValueExact();
    }

    private static int geography(City city, NetworkFacts network) {
        int weight = CITY_WEIGHTS.getOrDefault(city, OTHER_CITY);
        return network.activeNodesIn(city) > CROWD ? weight / 2 : weight;
    }

    /** A thousand times a balance may be more than a long holds; the share of it never is. */
    private static int stake(NodeFacts node, NetworkFacts network) {
        return network.supplyUnits() == 0
                ? 0
                : BigInteger.valueOf(node.ownerUnits())
                        .multiply(BigInteger.valueOf(WHOLE))
                        .divide(BigInteger.valueOf(network.supplyUnits()))
                        .intValueExact();
    }

    private static int atMost(int limit, long number) {
        return Math.toIntExact(Math.min(limit, number));
    }
}
