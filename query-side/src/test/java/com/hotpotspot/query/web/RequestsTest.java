package com.hotpotspot.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.access.Public;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.KeptProjections;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final WrittenLog log = new WrittenLog(database);
    private final RunningQuerySide side = RunningQuerySide.with(
            List.of(BrokenDoor.class), database, "hotpotspot.limits.open-doors.per-address=10000");
    private final WebTestClient client = side.client();

    @BeforeAll
    void network() {
        log.found(NetworkPurpose.LIVE);
        log.register("VAKE", NodeType.OWNER, "Tbilisi");
        side.caughtUpTo(log.head());
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/network/sales?from=2026-13-01, from",
        "/api/v1/network/sales?from=yesterday, from",
        "/api/v1/network/sales?from=2026-02-02&to=2026-02-01, from",
        "/api/v1/network/sales?from=2000-01-01&to=2026-02-01, from",
        "/api/v1/network/sales?from=2026-02-01&from=2026-02-02, from",
        "/api/v1/network/sales?form=2026-02-01, form",
        "/api/v1/network/stats?verbose=true, verbose",
        "/api/v1/nodes/VAKE/sales?to=1.2.2026, to",
        "/api/v1/exports/sales?format=xml, format",
        "/api/v1/exports/sales?position=-1, position",
        "/api/v1/exports/sales?from=2026-02-02&to=2026-02-01, from",
        "/api/v1/events?from=-1, from",
        "/api/v1/events?from=1.5, from",
        "/api/v1/events?from=007, from",
        "/api/v1/events?from=9999999999999999999, from",
        "/api/v1/audit/checkpoints/9999999999999999999, size",
        "/api/v1/audit/checkpoints/007, size",
        "/api/v1/audit/checkpoints/-1, size",
        "/api/v1/audit/checkpoints/1e3, size",
        "/api/v1/audit/checkpoints?below=00, below",
        "/api/v1/audit/proofs/9999999999999999999, position",
        "/api/v1/audit/proofs/01, position",
        "/api/v1/audit/proofs/٣, position",
        "/api/v1/audit/consistency?from=01, from",
        "/api/v1/events?type=sale.forgotten, type",
        "'/api/v1/events?type=sale.recorded,sale.forgotten', type",
        "/api/v1/events?follow=maybe, follow"
    })
    void aParameterThatIsNotWhatItMustBeIsNamed(String path, String field) {
        expectProblem(get(path), 400, "bad-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nodes/GORI/sales", "/api/v1/nodes/not-an-id/sales"})
    void aNodeThatTheNetworkDoesNotHaveIsNotFound(String path) {
        expectProblem(get(path), 404, "node-unknown");
    }

    @Test
    void anUnknownVersionOfTheApiNamesTheOnesThereAre() {
        expectProblem(get("/api/v2/network/stats"), 404, "unsupported-version")
                .jsonPath("$.supportedVersions[0]")
                .isEqualTo("v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api/v1/exports/holders", "/nothing", "/assets/nothing.js"})
    void whatDoesNotExistIsNotFound(String path) {
        expectProblem(get(path), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tile",
                "/tile/",
                "/tile/00/000",
                "/tile/0/0",
                "/tile/0/0000",
                "/tile/0/x000/001",
                "/tile/0/x999/x999/x999/x999/x999/x999/x999/999",
                "/tile/99999999999999999999/000",
                "/tile/-1/000",
                "/tile/0/000.p/0",
                "/tile/0/000.p/007",
                "/tile/0/000.p/256",
                "/tile/0/000.p/99999999999999999999",
                "/tile/entries/x000/001",
                "/tile/entries/x999/x999/x999/x999/x999/x999/x999/999",
                "/tile/entries/000.p/00",
                "/tile/entries/٣٣٣"
            })
    void aTileThatCannotBeIsNotFound(String path) {
        get(path).expectStatus().isNotFound().expectBody().jsonPath("$.code").isNotEmpty();
    }

    @Test
    void whateverLanguageIsAskedForAllIsSaidInOne() {
        for (String language : List.of("ru", "ka", "de-CH, de;q=0.5", "*")) {
            client.get()
                    .uri("/api/v1/network/sales?from=yesterday")
                    .header("Accept-Language", language)
                    .exchange()
                    .expectBody()
                    .jsonPath("$.detail")
                    .isEqualTo("from must be a date like 2026-01-31.")
                    .jsonPath("$.title")
                    .isEqualTo("Bad Request");
            client.post()
                    .uri("/api/v1/network/stats")
                    .header("Accept-Language", language)
                    .exchange()
                    .expectBody()
                    .jsonPath("$.title")
                    .isEqualTo("Method Not Allowed");
        }
    }

    /** There is nothing for scripts of other origins here, so that nobody is told what they might ask for. */
    @Test
    void toWhomIsNotSignedInOptionsAreNoOtherThanEverythingElse() {
        for (String path : List.of("/api/v1/network/stats", "/", "/nothing")) {
            side.nobody()
                    .options()
                    .uri(path)
                    .header("Origin", "http://elsewhere.example")
                    .header("Access-Control-Request-Method", "GET")
                    .exchange()
                    .expectStatus()
                    .isUnauthorized()
                    .expectHeader()
                    .doesNotExist("Access-Control-Allow-Origin")
                    .expectHeader()
                    .doesNotExist("Allow");
        }
    }

    @Test
    void aMethodThatIsNotAllowedNamesTheOnesThatAre() {
        ResponseSpec response = client.post().uri("/api/v1/network/stats").exchange();

        response.expectHeader().valueEquals("Allow", "GET, HEAD");
        expectProblem(response, 405, "method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"begin", "read", "end"})
    void aDatabaseThatHangsUpIsNotMistakenForAClientThatDoes(String moment) {
        ResponseSpec response = get("/api/v1/broken/" + moment);

        response.expectHeader().valueEquals("Retry-After", "1");
        expectProblem(response, 503, "unavailable");
    }

    @Test
    void aProblemIsAlsoAnAnswerThatFailed() {
        get("/api/v1/nodes/GORI/sales")
                .expectBody()
                .jsonPath("$.success")
                .isEqualTo(false)
                .jsonPath("$.data")
                .isEmpty()
                .jsonPath("$.error")
                .isEqualTo("The network has no such node.")
                .jsonPath("$.title")
                .isEqualTo("Not Found")
                .jsonPath("$.type")
                .isEqualTo("urn:hotpotspot:problem:node-unknown")
                .jsonPath("$.timestamp")
                .isNotEmpty();
    }

    @Test
    void emptyParametersCountAsAbsent() {
        get("/api/v1/nodes/VAKE/sales?from=&to=")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"success": true, "error": null, "data": {"nodeId": "VAKE", "from": null, "to": null,
                         "sales": 0, "revenueTetri": 0, "units": 0, "bestSellers": [], "days": [], "position": 2}}
                        """);
    }

    @Test
    void healthTellsHowFarEachProjectionIs() {
        get("/api/v1/health").expectStatus().isOk().expectBody().json("""
                        {"success": true, "data": {"status": "UP", "head": 2, "projections": %s}}
                        """.formatted(
                        KeptProjections.told("\"working\": true, \"position\": 2")));
        get("/actuator/health")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UP");
        get("/actuator/info").expectStatus().isOk().expectBody().json("{}");
        get("/actuator/prometheus")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(metrics -> assertThat(metrics).contains("jvm_memory_used_bytes"));
        expectProblem(get("/actuator/env"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/network/stats", "/api/v1/nothing", "/api/v1/events", "/assets/app.css"})
    void everyAnswerTellsBrowsersToKeepToThemselves(String path) {
        get(path)
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                                .doesNotContain("unsafe"))
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectHeader()
                .doesNotExist("Access-Control-Allow-Origin")
                .expectBody()
                .consumeWith(body -> assertThat(body.getResponseBody()).isNotEmpty());
    }

    @Test
    void aRefusalLeavesItsConnectionUsable() throws Exception {
        // One client that reads each answer to its end sends all of this over one kept-alive connection.
        try (HttpClient keepingAlive =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = 0; i < 200; i++) {
                assertThat(status(keepingAlive, "/api/v1/nothing")).isEqualTo(404);
                assertThat(status(keepingAlive, "/assets/app.css")).isEqualTo(200);
            }
        }
    }

    /** A door behind which the database hangs up. */
    @RestController
    static class BrokenDoor {

        @GetMapping("/api/v1/broken/{moment}")
        @Public
        String open(@PathVariable String moment) {
            SQLException hungUp = new SQLException("An I/O error occurred", "08006", new EOFException());
            throw switch (moment) {
                case "begin" -> new CannotCreateTransactionException("Could not open JDBC Connection", hungUp);
                case "read" -> new DataAccessResourceFailureException("PreparedStatementCallback", hungUp);
                default -> new TransactionSystemException("JDBC rollback failed", hungUp);
            };
        }
    }

    private int status(HttpClient http, String path) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(side.url(path)))
                                .header("Authorization", side.authorization())
                                .timeout(Duration.ofSeconds(20))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .statusCode();
    }

    private ResponseSpec get(String path) {
        return client.get().uri(path).exchange();
    }

    private static BodyContentSpec expectProblem(ResponseSpec response, int status, String code) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.status")
                .isEqualTo(status);
    }
}
