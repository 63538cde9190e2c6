package com.hotpotspot.query.axonserver;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.testing.AxonServer;
import com.hotpotspot.query.testing.Lines;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.testing.TcpProxy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** An Axon Server that goes away and comes back, while the query side runs on. */
class AxonServerOutageTest {

    private static final String NOON = "2026-01-15T08:00:00Z";

    /** A projection tries again ever less often, at least once a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private SharedLog shared;
    private TcpProxy network;

    @BeforeEach
    void aServerBehindANetwork() {
        shared = SharedLog.orSkip();
        network = new TcpProxy(AxonServer.endpointOrSkip());
    }

    @AfterEach
    void close() {
        if (shared != null) {
            network.close();
            shared.close();
        }
    }

    private RunningQuerySide start() {
        return shared.side(
                "localhost:" + network.port(),
                "axon.axonserver.reconnect-interval=500",
                "axon.axonserver.connect-timeout=500");
    }

    private void sell(String number) {
        shared.written.sell(shared.node, number, NOON, khinkali(1));
    }

    @Test
    void readersGoOnWhereTheyWere() throws Exception {
        try (RunningQuerySide side = start()) {
            WebTestClient client = side.client();
            sell("before");
            side.caughtUpTo(shared.log.head());

            for (int round = 0; round < 2; round++) {
                network.down();
                await().atMost(PATIENCE).untilAsserted(() -> expectHealth(client, "DEGRADED"));
                expectThatOnlyTheLogIsAway(client);
                sell("meanwhile-" + round);
                network.up();
                await().atMost(PATIENCE).untilAsserted(() -> expectHealth(client, "UP"));

                await().atMost(PATIENCE).untilAsserted(() -> expectHead(client));
            }
            try (Lines lines = side.lines("/api/v1/events?follow=true&from=" + shared.start)) {
                sell("after");
                long events = shared.log.head() - shared.start + 1;
                await().until(() -> lines.soFar().size() == events);
            }
        }
    }

    @Test
    void aSideThatWasStartedWithoutItBeginsWhenItIsThere() {
        network.down();
        try (RunningQuerySide side = start()) {
            WebTestClient client = side.client();
            await().atMost(PATIENCE).untilAsserted(() -> expectHealth(client, "DEGRADED"));
            expectThatOnlyTheLogIsAway(client);
            sell("waiting");

            network.up();

            await().atMost(PATIENCE).untilAsserted(() -> expectHead(client));
            expectHealth(client, "UP");
        }
    }

    private static void expectHealth(WebTestClient client, String status) {
        client.get()
                .uri("/api/v1/health")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data.status")
                .isEqualTo(status);
    }

    private static void expectThatOnlyTheLogIsAway(WebTestClient client) {
        client.get()
                .uri("/api/v1/health")
                .exchange()
                .expectBody()
                .jsonPath("$.data.head")
                .isEmpty();
        client.get().uri("/actuator/health").exchange().expectStatus().isEqualTo(503);
        client.get()
                .uri("/api/v1/events")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "1");
        for (String path : List.of("/api/v1/network/stats", "/api/v1/exports/sales", "/")) {
            client.get().uri(path).exchange().expectStatus().isOk();
        }
    }

    private void expectHead(WebTestClient client) {
        client.get()
                .uri("/api/v1/network/stats")
                .exchange()
                .expectBody()
                .jsonPath("$.data.position")
                .value(position -> assertThat(((Number) position).longValue()).isEqualTo(shared.log.head()));
    }
}
