package com.hotpotspot.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.sale.SaleNumber;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeAssignmentTest {

    private final NodeAssignment assignment = over("A", "B", "C", "D", "E");

    /** These must never change: a sale that went elsewhere in the next run would be sold twice. */
    @ParameterizedTest
    @CsvSource({
        "0, A",
        "1, B",
        "4, E",
        "5, A",
        "5343, D",
        "9999999999999999999999999999999999999999, E",
        "A-17, E",
        "A-18, A",
        "order.5, C"
    })
    void theSameOrderAlwaysGoesToTheSameNode(String number, String node) {
        assertThat(assignment.nodeOf(new SaleNumber(number))).isEqualTo(new NodeId(node));
    }

    @Test
    void theOrderInWhichNodesAreKnownDoesNotMatter() {
        NodeAssignment shuffled = over("D", "B", "E", "A", "C");

        assertThat(IntStream.rangeClosed(1, 1_000).mapToObj(i -> new SaleNumber("N" + i)))
                .allSatisfy(number -> assertThat(shuffled.nodeOf(number)).isEqualTo(assignment.nodeOf(number)));
    }

    @Test
    void ordersAreSpreadOverAllNodes() {
        assertThat(IntStream.rangeClosed(1, 1_000)
                        .mapToObj(i -> assignment.nodeOf(new SaleNumber(Integer.toString(i))))
                        .filter(new NodeId("C")::equals))
                .hasSize(200);
        assertThat(IntStream.rangeClosed(1, 1_000)
                        .mapToObj(i -> assignment.nodeOf(new SaleNumber("N" + i)))
                        .filter(new NodeId("C")::equals))
                .hasSizeBetween(150, 250);
    }

    @Test
    void thereMustBeANode() {
        assertThatThrownBy(() -> new NodeAssignment(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static NodeAssignment over(String... nodes) {
        return new NodeAssignment(Stream.of(nodes).map(NodeId::new).toList());
    }
}
