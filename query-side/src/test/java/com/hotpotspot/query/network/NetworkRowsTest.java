package com.hotpotspot.query.network;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.TerminalRevoked;
import com.hotpotspot.query.projection.ProjectedLog;
import com.hotpotspot.query.testing.WrittenLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Given events, then rows; in batches of one and of all. */
class NetworkRowsTest {

    private final ProjectedLog projected = new ProjectedLog(NetworkProjection.NAME, NetworkProjection::new);
    private final WrittenLog log = projected.log;

    @AfterEach
    void close() {
        projected.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void theNetworkIsTheSumOfItsNodes(int batchSize) {
        log.found(NetworkPurpose.LIVE);
        NodeId gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        log.sell(gori, "1", "2026-01-15T10:00:00Z", khinkali(10));
        log.sell(gori, "2", "2026-01-15T10:00:00Z", khinkali(1));
        log.sell(vake, "1", "2026-01-15T10:00:00Z", khinkali(2));
        log.takeBack(gori, "2");
        log.refund(gori, "1", "R-1", 500);
        projected.project(batchSize);

        String figures = "sales, revenue_tetri, refunded_tetri, minted_units, burned_units";
        assertThat(projected.rows("node, " + figures, "node"))
                .containsExactly("GORI 1 1800 500 200 100", "VAKE 1 360 0 100 0");
        assertThat(projected.rows("founder, purpose, genesis_units, " + figures, "network"))
                .containsExactly("founder LIVE 100 2 2160 500 300 100");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void aNodeAndItsTerminalsAreAsTheyWereLeft(int batchSize) {
        NodeId gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
        log.register("VAKE", NodeType.OWNER, "Tbilisi");
        log.append(new NodeDeactivated(gori), new TerminalRevoked(gori, WrittenLog.TILL));
        projected.project(batchSize);

        assertThat(projected.rows("node, type, city, owner, active", "node"))
                .containsExactly("GORI FRANCHISE Gori owner-of-GORI f", "VAKE OWNER Tbilisi founder t");
        assertThat(projected.rows("node, terminal, authorised", "terminal"))
                .containsExactly("GORI TILL-1 f", "VAKE TILL-1 t");
    }
}
