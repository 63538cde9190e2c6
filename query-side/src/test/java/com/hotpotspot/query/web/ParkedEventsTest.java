package com.hotpotspot.query.web;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.KeptProjections;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import com.hotpotspot.routine.Ongoing;
import com.hotpotspot.routine.Routine;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A log with a sale of a year that no database holds, as drafts of the system let it in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParkedEventsTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final WrittenLog log = new WrittenLog(database);
    private final RunningQuerySide side =
            RunningQuerySide.on(database, "management.prometheus.metrics.export.enabled=true");
    private final WebTestClient client = side.client();

    @BeforeAll
    void sales() {
        log.found(NetworkPurpose.LIVE);
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        log.sell(vake, "1", "2026-01-15T10:00:00Z", khinkali(1));
        log.sell(vake, "2", "-999999999-01-02T00:00:00Z", khinkali(1));
        log.sell(vake, "3", "2026-01-15T11:00:00Z", khinkali(2));
        side.caughtUpTo(log.head());
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @Test
    void theFiguresHaveEverythingElse() {
        json("/api/v1/nodes/VAKE/sales", """
                {"data": {"from": "2026-01-15", "to": "2026-01-15", "sales": 2, "revenueTetri": 540}}
                """);
    }

    @Test
    void healthIsDegradedAndSaysWhatToDo() {
        String health = body("/api/v1/health", "application/json");

        assertThat(health)
                .contains("\"status\":\"DEGRADED\"", "could not take in", "/api/v1/projections")
                .contains("\"working\":true")
                .doesNotContain("\"working\":false", "999999999");
    }

    @Test
    void whoWatchesOverTheFiguresSeesWhichEventsTheyAreWithout() {
        Map<String, String> without = Map.of(
                "node_sales", """
                        [{"position": 6, "type": "sale.recorded"}, {"position": 7, "type": "tokens.minted"}]""",
                "sales", """
                        [{"position": 6}, {"position": 7}, {"position": 8}]""",
                "sale_desk", """
                        [{"position": 6}]""",
                "trade", """
                        [{"position": 6}, {"position": 7}]""",
                "witness", """
                        [{"position": 6}, {"position": 7}]""");
        String projections = KeptProjections.names().stream()
                .map(name -> name.replaceFirst("_v.*", ""))
                .map(name -> told(name, without.getOrDefault(name, "[]")))
                .collect(joining(","));

        json("/api/v1/projections", "{\"data\": {\"head\": 11, \"projections\": [" + projections + "]}}");
    }

    private static String told(String projection, String firstParked) {
        return """
                {"name": "%s", "working": true, "position": 11, "lag": 0, "parked": %s, "firstParked": %s}""".formatted(projection, firstParked.split("position", -1).length - 1, firstParked);
    }

    @Test
    void theListIsForThoseWhoWatchOverTheFigures() {
        assertThat(side.status("/api/v1/projections", "AUDITOR")).isEqualTo(200);
        assertThat(side.status("/api/v1/projections", "REGULATOR")).isEqualTo(200);
        assertThat(side.status("/api/v1/projections", "FRANCHISEE:VAKE")).isEqualTo(403);
        assertThat(side.statusForNobody("/api/v1/projections")).isEqualTo(401);
    }

    @Test
    void pagesMadeFromItSaySo() {
        for (String page : new String[] {"/", "/nodes/VAKE"}) {
            assertThat(body(page, "text/html")).contains("Events that could not be taken in: 2.");
        }
        assertThat(body("/audit/witnesses", "text/html")).contains("Events that could not be taken in: 2.");
    }

    @Test
    void anExportTellsThatItIsIncompleteAndNobodyVouchesForIt() {
        client.get()
                .uri("/api/v1/exports/sales")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Hotpotspot-Parked", "3");
        client.post()
                .uri("/api/v1/exports/sales/manifest")
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("register-incomplete");
    }

    @Test
    void metricsTellHowManyAreParkedAndHowFarBehindAProjectionIs() {
        assertThat(body("/actuator/prometheus", "text/plain"))
                .containsPattern("hotpotspot_projection_parked\\{[^}]*projection=\"node_sales\"[^}]*} 2")
                .containsPattern("hotpotspot_projection_lag\\{[^}]*projection=\"network\"[^}]*} 0");
    }

    /** And the sealing, where there is any. */
    @Test
    void nothingThatGoesOnIsNeededButTheAccounts() {
        assertThat(side.context().getBeansOfType(Ongoing.class).values())
                .extracting(Ongoing::routine)
                .filteredOn(Routine::isNeeded)
                .extracting(Routine::name)
                .containsExactly("accounts");
    }

    @Test
    void whatElseGoesOnIsToldInHealthAndMetricsToWhoeverLooksAfterIt() {
        assertThat(body("/actuator/health", "application/json"))
                .contains(
                        "\"accounts\":\"Running.\"",
                        "\"inspection\":\"Running.\"",
                        "\"witness-choosing\":\"Nothing to do here.\"");
        side.nobody()
                .get()
                .uri("/actuator/health")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.components")
                .doesNotExist();
        assertThat(body("/actuator/prometheus", "text/plain"))
                .containsPattern("hotpotspot_routine_lag\\{[^}]*routine=\"accounts\"[^}]*} ")
                .containsPattern("hotpotspot_routine_trouble_seconds\\{[^}]*routine=\"accounts\"[^}]*} 0");
    }

    private void json(String path, String expected) {
        client.get().uri(path).exchange().expectStatus().isOk().expectBody().json(expected);
    }

    private String body(String path, String accept) {
        byte[] body = client.get()
                .uri(path)
                .header("Accept", accept)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }
}
