package com.hotpotspot.standalone.till;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueryDoorTest {

    private final StandInSystem system = new StandInSystem();
    private final QueryDoor door = new QueryDoor(system.uri(), Patience.of(Duration.ofSeconds(60)), new FlyingTime());

    @AfterEach
    void close() {
        door.close();
        system.close();
    }

    @Test
    void showsNodesSortedWithTheirTerminals() {
        system.hasNode("VAKE", true, "TILL-1", "REPLAY");
        system.hasNode("GORI", false);

        assertThat(door.nodes())
                .containsExactly(
                        new KnownNode(new NodeId("GORI"), false, Set.of()),
                        new KnownNode(
                                new NodeId("VAKE"), true, Set.of(new TerminalId("TILL-1"), new TerminalId("REPLAY"))));
    }

    @Test
    void showsNoNodesWhereThereAreNone() {
        assertThat(door.nodes()).isEmpty();
    }

    @Test
    void triesAgainWhileTheServerIsBusy() {
        system.hasNode("VAKE", true);
        system.isBusyOnce("1");
        system.breaksConnectionOnce();

        assertThat(door.nodes()).hasSize(1);
    }
}
