package com.hotpotspot.query.witness;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.hotpotspot.events.network.City;
import java.util.Collection;
import java.util.Map;

/**
 * What a node's figures are measured by.
 *
 * @param largestSales the sales of the active node that has most
 * @param activeNodes how many active nodes each city has
 * @param supplyUnits all that is outstanding
 */
record NetworkFacts(long largestSales, Map<City, Long> activeNodes, long supplyUnits) {

    NetworkFacts {
        activeNodes = Map.copyOf(activeNodes);
    }

    /** @param nodes all that are active */
    static NetworkFacts of(Collection<NodeFacts> nodes, long supplyUnits) {
        return new NetworkFacts(
                nodes.stream().mapToLong(NodeFacts::sales).max().orElse(0),
                nodes.stream().collect(groupingBy(NodeFacts::city, counting())),
                supplyUnits);
    }

    long activeNodesIn(City city) {
        return activeNodes.getOrDefault(city, 0L);
    }
}
