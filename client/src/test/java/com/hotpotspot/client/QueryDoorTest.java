package com.hotpotspot.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryDoorTest {

    private final StandInSystem system = new StandInSystem();

    @TempDir
    private Path directory;

    private BearerTokens tokens;
    private QueryDoor door;

    @BeforeEach
    void open() {
        Patience aMinute = Patience.of(Duration.ofSeconds(60));
        FlyingTime time = new FlyingTime();
        tokens = new BearerTokens(system.uri(), Credentials.readFrom(system.credentials(directory)), aMinute, time);
        door = new QueryDoor(system.uri(), tokens, aMinute, time);
    }

    @AfterEach
    void close() {
        door.close();
        tokens.close();
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
    void signsInAgainWhenItsTokenIsNotAcceptedAnyMore() {
        system.hasNode("VAKE", true);
        door.nodes();
        system.forgetsItsTokens();

        assertThat(door.nodes()).hasSize(1);
        assertThat(system.requests("POST", "/oauth2/token")).hasSize(2);
    }

    @Test
    void saysWhoMayNotLookHere() {
        system.forbids("/api/v1/nodes");

        assertThatThrownBy(door::nodes)
                .isInstanceOf(NotAdmittedException.class)
                .hasMessageStartingWith("The query side at %s does not let administrator do this: ", system.uri());
    }

    @Test
    void triesAgainWhileTheServerIsBusy() {
        system.hasNode("VAKE", true);
        system.isBusyOnce("1");
        system.breaksConnectionOnce();

        assertThat(door.nodes()).hasSize(1);
    }
}
