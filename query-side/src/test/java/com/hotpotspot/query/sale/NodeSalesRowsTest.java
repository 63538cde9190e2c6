package com.hotpotspot.query.sale;

import static com.hotpotspot.query.testing.Dishes.khachapuri;
import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.projection.ProjectedLog;
import com.hotpotspot.query.testing.WrittenLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Given events, then rows; in batches of one and of all. */
class NodeSalesRowsTest {

    private static final String FIGURES =
            "node, day, sales, voided_sales, revenue_tetri, refunded_tetri, minted_units, burned_units";

    private final ProjectedLog projected = new ProjectedLog(NodeSalesProjection.NAME, NodeSalesProjection::new);
    private final WrittenLog log = projected.log;

    @AfterEach
    void close() {
        projected.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void aSaleCountsOnItsDayInTbilisiAtItsNode(int batchSize) {
        NodeId gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        log.sell(gori, "1", "2026-01-15T19:59:59Z", khinkali(1));
        log.sell(gori, "2", "2026-01-15T20:00:00Z", khinkali(2), khachapuri(1));
        log.sell(vake, "1", "2026-01-15T10:00:00Z", khinkali(3));
        projected.project(batchSize);

        assertThat(projected.rows(FIGURES, "node_day"))
                .containsExactly(
                        "GORI 2026-01-15 1 0 180 0 100 0",
                        "GORI 2026-01-16 1 0 1810 0 100 0",
                        "VAKE 2026-01-15 1 0 540 0 100 0");
        assertThat(projected.rows("node, day, code, name, category, quantity, revenue_tetri", "node_day_item"))
                .containsExactly(
                        "GORI 2026-01-15 101 Khinkali Dumplings 1 180",
                        "GORI 2026-01-16 101 Khinkali Dumplings 2 360",
                        "GORI 2026-01-16 113 Khachapuri Bread 1 1450",
                        "VAKE 2026-01-15 101 Khinkali Dumplings 3 540");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void whatIsTakenBackLeavesItsDayAndWhatItSold(int batchSize) {
        NodeId gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
        log.sell(gori, "1", "2026-01-15T10:00:00Z", khinkali(5));
        log.sell(gori, "2", "2026-01-15T11:00:00Z", khinkali(2), khachapuri(1));
        log.takeBack(gori, "2");
        projected.project(batchSize);

        assertThat(projected.rows(FIGURES, "node_day")).containsExactly("GORI 2026-01-15 1 1 900 0 200 100");
        assertThat(projected.rows("code, quantity, revenue_tetri", "node_day_item"))
                .containsExactly("101 5 900", "113 0 0");
    }
}
