package com.hotpotspot.command.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.command.registry.RegistryFollower;
import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.eventlog.testing.AxonServer;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.testing.TcpProxy;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** A network to the Axon Server that breaks, and the one process that handles commands behind it. */
class AxonServerReconnectTest {

    private final String node =
            "R" + Long.toUnsignedString(new Random().nextLong(), 36).toUpperCase(Locale.ROOT);

    private TcpProxy network;
    private RunningCommandSide side;

    @BeforeEach
    void aTillBehindANetwork() {
        InetSocketAddress server = AxonServer.endpointOrSkip();
        network = new TcpProxy(server);
        side = new RunningCommandSide(
                "--spring.profiles.active=axonserver",
                "--axon.axonserver.servers=localhost:" + network.port(),
                "--axon.axonserver.reconnect-interval=500");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> side.get("/api/v1/health").status() == 200);
        assertThat(side.post("/api/v1/network", "{\"founderId\":\"founder\",\"purpose\":\"DEMO\"}")
                        .status())
                .isEqualTo(201);
        assertThat(side.post("/api/v1/nodes", """
                {"nodeId":"%s","type":"OWNER","city":"Batumi","ownerId":"owner"}""".formatted(node)).status()).isEqualTo(201);
        side.post("/api/v1/nodes/" + node + "/terminals", "{\"terminalId\":\"TILL-1\"}");
        side.context().getBean(RegistryFollower.class).await(side.log().head(), Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        if (side != null) {
            side.close();
            network.close();
        }
    }

    @RepeatedTest(3)
    void sellsAgainByItselfAndAnswersOnlyThatItCannotMeanwhile() {
        String sale = sale("before");
        assertThat(side.post("/api/v1/sales", sale).status()).isEqualTo(201);

        for (int round = 0; round < 3; round++) {
            String next = sale("round-" + round);
            network.cut();

            Set<Integer> meanwhile = new TreeSet<>();
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                Reply reply = side.post("/api/v1/sales", next);
                meanwhile.add(reply.status());
                return reply.status() == 201;
            });

            assertThat(meanwhile).isSubsetOf(201, 503);
            assertThat(side.log()
                            .readStream(
                                    StreamId.parse(String.format(Locale.ROOT, "sale:%s:round-%d", node, round)), 0, 10))
                    .hasSize(3);
        }
        await().untilAsserted(() -> assertThat(
                        side.post("/api/v1/nodes/" + node + "/deactivate", "").status())
                .isEqualTo(200));
        await("the registry follows again")
                .until(() -> side.post("/api/v1/sales", sale("closed")).status() == 409);
    }

    private String sale(String number) {
        return """
        {"nodeId":"%s","saleNumber":"%s","terminalId":"TILL-1","soldAt":"%s",\
        "items":[{"code":"KHI","name":"Khinkali","category":"Dumplings","quantity":1,"unitPriceTetri":180}],\
        "totalTetri":180}""".formatted(node, number, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }
}
