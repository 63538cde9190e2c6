package com.hotpotspot.command.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.command.network.NetworkRegistry;
import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.eventlog.NewEvent;
import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The registry in memory and the log it follows. */
class RegistryFollowerTest {

    private static final NodeId VAKE = new NodeId("VAKE");

    private RunningCommandSide system;

    @BeforeEach
    void aNetworkWithOneNode() {
        system = new RunningCommandSide();
        system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
        system.post(
                "/api/v1/nodes",
                "{\"nodeId\":\"VAKE\",\"type\":\"OWNER\",\"city\":\"Tbilisi\",\"ownerId\":\"founder\"}");
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void whatAnotherProcessRecordsIsKnownHereToo() {
        NetworkRegistry registry = system.context().getBean(NetworkRegistry.class);
        assertThat(registry.node(VAKE).active()).isTrue();

        append("node.deactivated", EventJson.mapper().writeValueAsBytes(new NodeDeactivated(VAKE)));

        await().until(() -> !registry.node(VAKE).active());
    }

    @Test
    void anEventThatOnlyANewerBuildKnowsStopsDecisionsRatherThanMakingThemBlind() {
        append("node.activated", "{\"node\":\"VAKE\",\"since\":\"a later revision\"}".getBytes(UTF_8));

        await().until(() -> system.get("/api/v1/health").status() == 503);
        assertThat(system.post("/api/v1/nodes/VAKE/deactivate", "").code()).isEqualTo("not-ready");
    }

    private void append(String type, byte[] payload) {
        system.log()
                .append(List.of(new NewEvent(
                        VAKE.stream(),
                        1,
                        UUID.randomUUID(),
                        type,
                        "1",
                        Instant.now(),
                        payload,
                        EventJson.metadata(Map.of()))));
    }
}
