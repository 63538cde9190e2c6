package com.hotpotspot.command.axonserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.command.registry.RegistryFollower;
import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.eventlog.testing.AxonServer;
import com.hotpotspot.events.StreamId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The doors with the log in an Axon Server, and with two processes of the command side between which it shares out the
 * commands. They answer as with the log in PostgreSQL, except that they name no positions.
 */
class AxonServerDoorTest {

    private static final String NOW =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();

    /** The log is never emptied, so every run has a node of its own. */
    private static final String NODE =
            "N" + Long.toUnsignedString(new Random().nextLong(), 36).toUpperCase(Locale.ROOT);

    private static RunningCommandSide system;
    private static RunningCommandSide neighbour;

    @BeforeAll
    static void twoProcessesAndANode() {
        String servers = AxonServer.addressOrSkip();
        system = start(servers, "first");
        neighbour = start(servers, "second");
        assertThat(system.post("/api/v1/network", "{\"founderId\":\"founder\",\"purpose\":\"DEMO\"}")
                        .status())
                .isEqualTo(201);
        await().untilAsserted(
                        () -> assertThat(register(neighbour, "owner").status()).isEqualTo(201));
        assertThat(authorise("TILL-1").status()).isEqualTo(201);
        awaitRegistries();
    }

    /** What one process has recorded the other gets to know a moment later. */
    private static void awaitRegistries() {
        long head = system.log().head();
        for (RunningCommandSide side : List.of(system, neighbour)) {
            assertThat(side.context().getBean(RegistryFollower.class).await(head, Duration.ofSeconds(30)))
                    .isTrue();
        }
    }

    private static RunningCommandSide start(String servers, String name) {
        RunningCommandSide side = new RunningCommandSide(
                "--spring.profiles.active=axonserver",
                "--spring.config.import=file:../axonserver.properties",
                "--axon.axonserver.servers=" + servers,
                "--axon.axonserver.client-id=" + name);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> side.get("/api/v1/health").status() == 200);
        return side;
    }

    @AfterAll
    static void stop() {
        if (neighbour != null) {
            neighbour.close();
        }
        if (system != null) {
            system.close();
        }
    }

    private static Reply register(RunningCommandSide side, String owner) {
        return side.post("/api/v1/nodes", """
                {"nodeId":"%s","type":"FRANCHISE","city":"Batumi","ownerId":"%s"}""".formatted(NODE, owner));
    }

    private static Reply authorise(String terminal) {
        return system.post("/api/v1/nodes/" + NODE + "/terminals", "{\"terminalId\":\"%s\"}".formatted(terminal));
    }

    private static String sale(String number, String terminal, int quantity) {
        return String.format(Locale.ROOT, """
        {"nodeId":"%s","saleNumber":"%s","terminalId":"%s","soldAt":"%s",\
        "items":[{"code":"KHI","name":"Khinkali","category":"Dumplings","quantity":%d,"unitPriceTetri":180}],\
        "totalTetri":%d}""", NODE, number, terminal, NOW, quantity, quantity * 180);
    }

    private static String sale(String number) {
        return sale(number, "TILL-1", 5);
    }

    private static List<StoredEvent> recorded(String number) {
        return system.log().readStream(StreamId.parse("sale:" + NODE + ":" + number), 0, 10);
    }

    @Nested
    class ASale {

        @Test
        void isAnsweredWithoutAPosition() {
            Reply reply = system.post("/api/v1/sales", sale("plain"));

            assertThat(reply.status()).isEqualTo(201);
            assertThat(reply.data().get("mintedUnits").asLong()).isEqualTo(100);
            assertThat(reply.data().get("royaltyUnits").asLong()).isEqualTo(3);
            assertThat(reply.data().has("position")).isFalse();
            assertThat(recorded("plain"))
                    .extracting(StoredEvent::type)
                    .containsExactly("sale.recorded", "tokens.minted", "check.issued");
        }

        @Test
        void keepsWhoSentItAndWhy() {
            system.post("/api/v1/sales", sale("trail"));

            assertThat(new String(recorded("trail").getFirst().metadata(), UTF_8))
                    .contains(
                            "\"account\":\"administrator\"",
                            "\"channel\":\"program\"",
                            "\"causation\":\"",
                            "\"correlation\":\"");
        }

        @Test
        void isAnsweredTheSameByEitherProcessWhenItIsSentAgain() {
            Reply first = system.post("/api/v1/sales", sale("again"));

            for (RunningCommandSide side : List.of(system, neighbour)) {
                Reply again = side.post("/api/v1/sales", sale("again"));
                assertThat(again.status()).isEqualTo(201);
                assertThat(again.data()).isEqualTo(first.data());
                assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            }
            assertThat(recorded("again")).hasSize(3);
        }

        @Test
        void withOtherContentUnderTheSameNumberIsRefused() {
            system.post("/api/v1/sales", sale("taken"));

            Reply other = neighbour.post("/api/v1/sales", sale("taken", "TILL-1", 6));

            assertThat(other.status()).isEqualTo(409);
            assertThat(other.code()).isEqualTo("sale-number-taken");
        }

        @Test
        void isRefusedWithCodeAndReasonWhereverItWasHandled() {
            for (RunningCommandSide side : List.of(system, neighbour)) {
                for (int i = 0; i < 10; i++) {
                    Reply reply = side.post("/api/v1/sales", sale("stranger-" + i, "TILL-X", 5));
                    assertThat(reply.status()).isEqualTo(403);
                    assertThat(reply.code()).isEqualTo("terminal-not-authorised");
                    assertThat(reply.json().get("detail").asString())
                            .isEqualTo("Terminal TILL-X is not authorised for node %s.".formatted(NODE));
                }
            }
        }

        @Test
        void sentByManyAtOnceToBothProcessesIsRecordedOnce() throws Exception {
            List<Future<Reply>> replies = new ArrayList<>();
            try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 32; i++) {
                    RunningCommandSide side = i % 2 == 0 ? system : neighbour;
                    replies.add(tills.submit(() -> side.post("/api/v1/sales", sale("race"))));
                }
            }

            int first = 0;
            for (Future<Reply> reply : replies) {
                assertThat(reply.get().status()).isEqualTo(201);
                first += reply.get().header("Idempotency-Replayed").isEmpty() ? 1 : 0;
            }
            assertThat(first).isEqualTo(1);
            assertThat(recorded("race")).hasSize(3);
        }

        @Test
        void inABatchGetsItsOwnOutcome() {
            String lines = IntStream.range(0, 50)
                    .mapToObj(i -> sale("batch-" + i % 40))
                    .reduce("", (all, line) -> all + line + "\n");

            Reply reply = system.post("/api/v1/sales/batch", "application/x-ndjson", lines);

            assertThat(reply.text().lines().filter(line -> line.contains("\"accepted\"")))
                    .hasSize(40);
            assertThat(reply.text().lines().filter(line -> line.contains("\"replayed\"")))
                    .hasSize(10);
        }
    }

    @Nested
    class TheNetwork {

        @Test
        void repeatsAnAnswerWithoutChangingAnything() {
            long head = system.log().head();

            Reply again = register(system, "owner");

            assertThat(again.status()).isEqualTo(201);
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(again.data().has("position")).isFalse();
            assertThat(system.log().head()).isEqualTo(head);
        }

        @Test
        void refusesTheSameNodeForAnotherOwner() {
            Reply other = register(neighbour, "somebody-else");

            assertThat(other.status()).isEqualTo(409);
            assertThat(other.code()).isEqualTo("node-already-registered");
        }

        @Test
        void knowsNoNodeThatWasNotRegistered() {
            Reply unknown = system.post("/api/v1/nodes/NOWHERE/deactivate", "");

            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.code()).isEqualTo("node-unknown");
        }

        @Test
        void letsANewTillSellOnceBothProcessesKnowOfIt() {
            assertThat(authorise("TILL-NEW").status()).isEqualTo(201);
            awaitRegistries();

            Reply reply = neighbour.post("/api/v1/sales", sale("new-till", "TILL-NEW", 5));

            assertThat(reply.status()).isEqualTo(201);
        }
    }
}
