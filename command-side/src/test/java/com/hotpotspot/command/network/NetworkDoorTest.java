package com.hotpotspot.command.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.eventlog.NotifiedEventStore;
import com.hotpotspot.eventlog.PostgresEventStorageEngine;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.BusinessDay;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.updates.UpdateChecker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ApplicationContext;

/** The doors to the network over HTTP, in the order in which a network comes to life. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NetworkDoorTest {

    private static final String VAKE =
            "{\"nodeId\":\"VAKE\",\"type\":\"OWNER\",\"city\":\"Tbilisi\",\"ownerId\":\"founder\"}";

    private static RunningCommandSide system;

    @BeforeAll
    static void start() {
        system = new RunningCommandSide();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    @Order(1)
    void aLogWithNothingButAnAdministratorIsHealthy() {
        Reply health = system.get("/api/v1/health");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.data().get("head").asLong()).isEqualTo(system.log().head());
    }

    @Test
    @Order(2)
    void noNodeWithoutANetwork() {
        Reply reply = system.post("/api/v1/nodes", VAKE);

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("network-not-founded");
    }

    @Test
    @Order(3)
    void theNetworkIsFoundedOnceAndTheSameAnswerGivenAgain() {
        Reply first = system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
        Reply second = system.post("/api/v1/network", "{\"founderId\":\"founder\",\"purpose\":\"LIVE\"}");
        Reply other = system.post("/api/v1/network", "{\"founderId\":\"other\"}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.data().get("genesisUnits").asLong()).isEqualTo(100);
        assertThat(first.data().get("position").asLong()).isEqualTo(system.log().head());
        assertThat(second.data()).isEqualTo(first.data());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("network-already-founded");
    }

    @Test
    @Order(4)
    void aNodeIsRegisteredOnceAndTheSameAnswerGivenAgain() {
        Reply first = system.post("/api/v1/nodes", VAKE);
        Reply second = system.post("/api/v1/nodes", VAKE);
        Reply other = system.post("/api/v1/nodes", VAKE.replace("OWNER", "FRANCHISE"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.data().get("active").asBoolean()).isTrue();
        assertThat(second.data()).isEqualTo(first.data());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.code()).isEqualTo("node-already-registered");
    }

    @Test
    @Order(5)
    void aTerminalIsShownItsSecretOnce() {
        Reply first = system.post("/api/v1/nodes/VAKE/terminals", "{\"terminalId\":\"TILL-1\"}");
        Reply second = system.post("/api/v1/nodes/VAKE/terminals", "{\"terminalId\":\"TILL-1\"}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.data().get("clientId").asString()).isEqualTo("till-4-vake-till-1");
        assertThat(first.data().get("clientSecret").asString()).hasSize(43);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.data().has("clientSecret")).isFalse();
        assertThat(second.data().get("position")).isEqualTo(first.data().get("position"));
    }

    @Test
    @Order(6)
    void nodesAreDeactivatedAndActivated() {
        Reply deactivated = system.post("/api/v1/nodes/VAKE/deactivate", "");
        Reply activated = system.post("/api/v1/nodes/VAKE/activate", "");

        assertThat(deactivated.data().get("active").asBoolean()).isFalse();
        assertThat(activated.data().get("active").asBoolean()).isTrue();
    }

    @Test
    @Order(7)
    void whatIsNotThereIsNotFound() {
        assertThat(system.post("/api/v1/nodes/NOWHERE/activate", "").code()).isEqualTo("node-unknown");
        assertThat(system.post("/api/v1/nodes/VAKE/terminals/NONE/revoke", "").code())
                .isEqualTo("terminal-unknown");
        assertThat(system.get("/api/v1/nothing").status()).isEqualTo(404);
        assertThat(system.post("/api/v1/nodes/not%20a%20node/activate", "").status())
                .isEqualTo(422);
    }

    @Test
    @Order(8)
    void anUnknownVersionNamesTheSupportedOnes() {
        Reply reply = system.get("/api/v2/network");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().get("supportedVersions").get(0).asString()).isEqualTo("v1");
    }

    @Test
    @Order(9)
    void anotherMethodIsNotAllowed() {
        Reply reply = system.get("/api/v1/sales");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    @Order(10)
    void everyEventSaysWhoCalledAndThroughWhichDoor() {
        system.send(HttpRequest.newBuilder(system.address("/api/v1/nodes/VAKE/deactivate"))
                .header("X-Correlation-Id", "request-7")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());

        StoredEvent event = system.log().read(system.log().head(), 1).events().getFirst();

        assertThat(new String(event.metadata(), StandardCharsets.UTF_8))
                .matches("\\{\"account\":\"administrator\",\"causation\":\"[0-9a-f-]{36}\",\"channel\":\"program\","
                        + "\"correlation\":\"request-7\",\"role\":\"NETWORK_OWNER\","
                        + "\"trace\":\"0af7651916cd43dd8448eb211c80319c\"}");
        assertThat(event.eventId().version()).isEqualTo(7);
    }

    @Test
    @Order(11)
    void axonIsWiredAsDeclared() {
        ApplicationContext context = system.context();

        assertThat(context.getBean(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
        assertThat(context.getBean(EventStorageEngine.class)).isInstanceOf(PostgresEventStorageEngine.class);
        assertThat(context.getBean(EventBus.class)).isInstanceOf(NotifiedEventStore.class);
        assertThat(context.getBean(CommandBus.class)).isInstanceOf(SimpleCommandBus.class);
        assertThat(context.getBeansOfType(UpdateChecker.class)).isEmpty();
    }

    @Test
    @Order(12)
    void actuatorShowsHealthAndMetrics() {
        assertThat(system.get("/actuator/health").text()).contains("\"UP\"");
        assertThat(system.get("/actuator/health").text())
                .contains("\"registries\":\"Running.\"", "\"due-work\":\"Running.\"", "\"notifications\":\"Running.\"");
        assertThat(system.as(null).get("/actuator/health").text()).doesNotContain("registries");
        assertThat(system.get("/actuator/prometheus").text())
                .contains("jvm_memory_used_bytes")
                .containsPattern("hotpotspot_routine_lag\\{[^}]*routine=\"registries\"[^}]*} ")
                .containsPattern("hotpotspot_routine_lag\\{[^}]*routine=\"due-work\"[^}]*} ")
                .containsPattern("hotpotspot_routine_trouble_seconds\\{[^}]*routine=\"notifications\"[^}]*} 0");
        for (String nothing : List.of("/actuator/env", "/actuator/health/none", "/actuator/health/none/of/it")) {
            assertThat(system.get(nothing).status()).as(nothing).isEqualTo(404);
        }
    }

    @Test
    @Order(13)
    void businessDaysBeginWhenTheNetworkOwnerSays() {
        String door = "/api/v1/network/business-day";
        String from = LocalDate.now(BusinessDay.ZONE).plusDays(2).toString();
        String body = "{\"beginsAt\":\"02:30\",\"from\":\"" + from + "\"}";
        Reply first = system.post(door, body);
        Reply second = system.post(door, body);
        Reply past = system.post(door, "{\"beginsAt\":\"02:30\",\"from\":\"2020-01-01\"}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.data().get("beginsAt").asString()).isEqualTo("02:30");
        assertThat(first.data().get("from").asString()).isEqualTo(from);
        assertThat(first.data().get("position").asLong()).isEqualTo(system.log().head());
        assertThat(second.data()).isEqualTo(first.data());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.code()).isEqualTo("business-day-has-begun");
        for (String odd :
                List.of("06:01|" + from, "02:30|2026-02-30", "02:30|9999-01-01", "2:30|" + from, "02:30|soon")) {
            String[] parts = odd.split("\\|");
            Reply refused = system.post(door, "{\"beginsAt\":\"" + parts[0] + "\",\"from\":\"" + parts[1] + "\"}");
            assertThat(refused.status()).as(odd).isEqualTo(422);
            assertThat(refused.code()).as(odd).isEqualTo("invalid-content");
        }
    }
}
