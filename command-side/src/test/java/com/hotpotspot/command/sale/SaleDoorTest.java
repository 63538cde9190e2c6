package com.hotpotspot.command.sale;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.StreamId;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The till's doors, over HTTP, on a real database. */
class SaleDoorTest {

    private static final String NOW =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    private static final String NDJSON = "application/x-ndjson";

    private static RunningCommandSide system;

    @BeforeAll
    static void aNetworkWithThreeNodes() {
        system = new RunningCommandSide();
        assertThat(system.post("/api/v1/network", "{\"founderId\":\"founder\"}").status())
                .isEqualTo(201);
        for (String node : List.of("VAKE", "BATUMI", "CLOSED")) {
            String type = node.equals("BATUMI") ? "FRANCHISE" : "OWNER";
            assertThat(system.post("/api/v1/nodes", """
                                    {"nodeId":"%s","type":"%s","city":"Tbilisi","ownerId":"owner-%s"}""".formatted(node, type, node))
                            .status())
                    .isEqualTo(201);
            system.post("/api/v1/nodes/" + node + "/terminals", "{\"terminalId\":\"TILL-1\"}");
        }
        system.post("/api/v1/nodes/VAKE/terminals", "{\"terminalId\":\"TILL-OLD\"}");
        system.post("/api/v1/nodes/VAKE/terminals/TILL-OLD/revoke", "");
        system.post("/api/v1/nodes/CLOSED/deactivate", "");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    private static String sale(String node, String number, String terminal, String soldAt, long total) {
        return String.format(Locale.ROOT, """
        {"nodeId":"%s","saleNumber":"%s","terminalId":"%s","soldAt":"%s",\
        "items":[{"code":"KHI","name":"Khinkali","category":"Dumplings","quantity":5,"unitPriceTetri":180}],\
        "totalTetri":%d}""", node, number, terminal, soldAt, total);
    }

    private static String sale(String number) {
        return sale("VAKE", number, "TILL-1", NOW, 900);
    }

    @Nested
    class OneSale {

        @Test
        void isAnsweredWithTheExactSplitAndItsPosition() {
            Reply reply = system.post("/api/v1/sales", sale("BATUMI", "1", "TILL-1", NOW, 900));

            assertThat(reply.status()).isEqualTo(201);
            assertThat(reply.json().get("success").asBoolean()).isTrue();
            assertThat(reply.data().get("saleId").asString()).isEqualTo("BATUMI:0000000001");
            assertThat(reply.data().get("mintedUnits").asLong()).isEqualTo(100);
            assertThat(reply.data().get("ownerUnits").asLong()).isEqualTo(48);
            assertThat(reply.data().get("buyerUnits").asLong()).isEqualTo(49);
            assertThat(reply.data().get("royaltyUnits").asLong()).isEqualTo(3);
            assertThat(reply.data().get("policyVersion").asInt()).isEqualTo(1);
            assertThat(reply.data().get("position").asLong())
                    .isEqualTo(system.log().head());
        }

        @Test
        void isThreeEventsNextToEachOtherInOneStream() {
            Reply reply = system.post("/api/v1/sales", sale("three-events"));

            long last = reply.data().get("position").asLong();
            List<StoredEvent> events = system.log().read(last - 2, 3).events();
            assertThat(events)
                    .extracting(StoredEvent::type)
                    .containsExactly("sale.recorded", "tokens.minted", "check.issued");
            assertThat(events).extracting(StoredEvent::stream).containsOnly("sale:VAKE:three-events");
            assertThat(events).extracting(StoredEvent::sequence).containsExactly(0L, 1L, 2L);
        }

        @Test
        void isAnsweredTheSameWhenItIsSentAgain() {
            Reply first = system.post("/api/v1/sales", sale("again"));
            long head = system.log().head();

            Reply second = system.post("/api/v1/sales", sale("again"));

            assertThat(second.status()).isEqualTo(first.status());
            assertThat(second.data()).isEqualTo(first.data());
            assertThat(first.header("Idempotency-Replayed")).isEmpty();
            assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(system.log().head()).isEqualTo(head);
        }

        @Test
        void sentByManyAtOnceIsRecordedOnce() throws Exception {
            List<Future<Reply>> replies = new ArrayList<>();
            try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
                IntStream.range(0, 20)
                        .forEach(i -> replies.add(tills.submit(() -> system.post("/api/v1/sales", sale("rush")))));
            }

            for (Future<Reply> reply : replies) {
                assertThat(reply.get().status()).isEqualTo(201);
            }
            assertThat(replies.stream()
                            .map(Future::resultNow)
                            .filter(reply ->
                                    reply.header("Idempotency-Replayed").isEmpty()))
                    .hasSize(1);
            assertThat(replies.stream().map(Future::resultNow).map(Reply::data).distinct())
                    .hasSize(1);
        }

        @Test
        void isStillAnsweredWhenItsTerminalHasBeenRevokedSince() {
            system.post("/api/v1/nodes/VAKE/terminals", "{\"terminalId\":\"TILL-2\"}");
            String sale = sale("VAKE", "late-retry", "TILL-2", NOW, 900);
            Reply first = system.post("/api/v1/sales", sale);
            system.post("/api/v1/nodes/VAKE/terminals/TILL-2/revoke", "");

            Reply retry = system.post("/api/v1/sales", sale);

            assertThat(retry.status()).isEqualTo(201);
            assertThat(retry.data()).isEqualTo(first.data());
        }

        @Test
        void withOtherContentUnderTheSameNumberIsRefused() {
            system.post("/api/v1/sales", sale("taken"));

            refused(sale("VAKE", "taken", "TILL-1", NOW.replace("Z", ".001Z"), 900), 409, "sale-number-taken");
        }
    }

    @Nested
    class WhatIsRefused {

        @ParameterizedTest
        @CsvSource({
            "UNKNOWN, TILL-1, 404, node-unknown",
            "CLOSED, TILL-1, 409, node-inactive",
            "VAKE, TILL-OLD, 403, terminal-revoked",
            "VAKE, FOREIGN, 403, terminal-not-authorised"
        })
        void whoMayNotSellThere(String node, String terminal, int status, String code) {
            refused(sale(node, "who", terminal, NOW, 900), status, code);
        }

        @Test
        void aTotalThatDoesNotAddUp() {
            Reply reply = refused(sale("VAKE", "sum", "TILL-1", NOW, 901), 422, "invalid-content");

            assertThat(reply.json().get("errors").get(0).get("field").asString())
                    .isEqualTo("totalTetri");
        }

        @Test
        void aSaleFromMoreThanSevenDaysAgo() {
            String old = Instant.now().minus(8, ChronoUnit.DAYS).toString();

            refused(sale("VAKE", "old", "TILL-1", old, 900), 422, "sale-too-old");
        }

        @Test
        void aSaleFromTheFuture() {
            String ahead = Instant.now().plus(10, ChronoUnit.MINUTES).toString();

            refused(sale("VAKE", "ahead", "TILL-1", ahead, 900), 422, "sale-in-the-future");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0001-01-01T00:00:00+04:00",
                    "0000-01-01T00:00:00Z",
                    "1999-12-31T23:59:59Z",
                    "2100-01-01T00:00:01Z"
                })
        void aTimeOutsideOfTheEraIsNamedWhateverCarriesIt(String soldAt) {
            String sale = sale("VAKE", "era", "TILL-1", soldAt, 900);

            Reply alone = refused(sale, 422, "invalid-content");

            assertThat(alone.json().get("errors").get(0).get("field").asString())
                    .isEqualTo("soldAt");
            long head = system.log().head();
            for (String door : new String[] {"/api/v1/sales/batch", "/api/v1/imports/sales"}) {
                assertThat(system.post(door, NDJSON, sale).text())
                        .contains("\"status\":\"refused\"", "\"code\":\"invalid-content\"", "\"field\":\"soldAt\"");
            }
            assertThat(system.log().head()).isEqualTo(head);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2026-11-28T24:00:00Z",
                    "2026-06-30T23:59:60Z",
                    "+12026-01-01T00:00:00Z",
                    "2026-02-30T00:00:00Z"
                })
        void aTimeThatIsNoneIsNamed(String soldAt) {
            Reply reply = refused(sale("VAKE", "no-time", "TILL-1", soldAt, 900), 400, "malformed-json");

            assertThat(reply.json().get("detail").asString()).startsWith("soldAt ");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{",
                    "",
                    "null",
                    "[]",
                    "\"sale\"",
                    "{\"nodeId\":}",
                    "{\"nodeId\":\"VAKE\"} {}",
                    "{\"nodeId\":\"VAKE\",\"nodeId\":\"VAKE\"}",
                    "{\"nodeId\":\"VAKE\",\"unknown\":1}",
                    "{\"nodeId\":7}",
                    "{\"soldAt\":1700000000}",
                    "{\"soldAt\":\"yesterday\"}",
                    "{\"totalTetri\":1.9}",
                    "{\"totalTetri\":1e2}",
                    "{\"totalTetri\":\"3\"}",
                    "{\"totalTetri\":true}",
                    "{\"totalTetri\":NaN}",
                    "{\"totalTetri\":99999999999999999999}",
                    "{\"items\":{}}",
                    "{\"items\":[{\"quantity\":\"1\"}]}",
                    "{\"items\":[{\"quantity\":1.0}]}",
                    "{\"items\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]}"
                })
        void malformedOrLaxJson(String body) {
            refused(body, 400, "malformed-json");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"nodeId\":\"vake\"}",
                    "{\"nodeId\":\"VAKE\",\"saleNumber\":\"007\",\"terminalId\":\"TILL-1\"}",
                    "{\"items\":[]}",
                    "{\"items\":[null]}",
                    "{\"totalTetri\":0}",
                    "{\"totalTetri\":-1}",
                    "{\"totalTetri\":10000001}"
                })
        void contentThatCanNeverBeValid(String body) {
            Reply reply = refused(body, 422, "invalid-content");

            assertThat(reply.json().get("errors").size()).isPositive();
        }

        @Test
        void leadingZerosInANumericSaleNumber() {
            refused(sale("0042"), 422, "invalid-content");
        }

        @Test
        void controlCharactersInText() {
            refused(sale("control").replace("Khinkali", "Khin\\u0000kali"), 422, "invalid-content");
        }

        @Test
        void halfOfASurrogatePair() {
            refused(sale("surrogate").replace("Khinkali", "Khin\\ud800kali"), 422, "invalid-content");
        }

        @Test
        void aBodyOfTenMegabytes() {
            refused(sale("big").replace("Khinkali", "x".repeat(10_000_000)), 413, "content-too-large");
        }

        @Test
        void aBodyOfTenMegabytesWhoseLengthIsNotAnnounced() {
            long head = system.log().head();
            byte[] chunk = " ".repeat(100_000).getBytes(US_ASCII);

            Reply reply = system.send(HttpRequest.newBuilder(system.address("/api/v1/sales"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArrays(Collections.nCopies(100, chunk)))
                    .build());

            assertThat(reply.status()).isEqualTo(413);
            assertThat(reply.code()).isEqualTo("content-too-large");
            assertThat(system.log().head()).isEqualTo(head);
        }

        @Test
        void anotherMediaType() {
            Reply reply = system.post("/api/v1/sales", "text/plain", sale("plain"));

            assertThat(reply.status()).isEqualTo(415);
            problem(reply);
        }
    }

    @Nested
    class ABatch {

        @Test
        void givesEachLineItsOwnOutcomeInOrder() {
            system.post("/api/v1/sales", sale("batch-known"));
            String body = String.join(
                    "\n",
                    sale("batch-new"),
                    sale("batch-known"),
                    "{oops",
                    sale("VAKE", "batch-who", "FOREIGN", NOW, 900),
                    "");

            Reply reply = system.post("/api/v1/sales/batch", NDJSON, body);

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("Content-Type")).startsWith(NDJSON);
            List<String> lines = reply.text().lines().toList();
            assertThat(lines).hasSize(4);
            assertThat(lines.get(0)).contains("\"line\":1", "\"status\":\"accepted\"", "\"mintedUnits\":100");
            assertThat(lines.get(1))
                    .contains("\"line\":2", "\"status\":\"replayed\"", "\"saleId\":\"VAKE:batch-known\"");
            assertThat(lines.get(2)).contains("\"line\":3", "\"status\":\"refused\"", "\"code\":\"malformed-json\"");
            assertThat(lines.get(3))
                    .contains("\"line\":4", "\"status\":\"refused\"", "\"code\":\"terminal-not-authorised\"");
        }

        /** Tomcat would answer 413 to it, were the client allowed to ask for HTTP/2 with the same request. */
        @Test
        void mayBeTheFirstThatAClientSends() throws Exception {
            try (HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
                HttpRequest batch = HttpRequest.newBuilder(system.address("/api/v1/sales/batch"))
                        .header("Authorization", "Bearer " + system.administratorsToken())
                        .header("Content-Type", NDJSON)
                        .POST(HttpRequest.BodyPublishers.ofString((sale("first-batch") + "\n").repeat(50)))
                        .build();

                HttpResponse<String> response = client.send(batch, HttpResponse.BodyHandlers.ofString());

                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.body().lines()).hasSize(50);
            }
        }

        @Test
        void ofMoreThanFiveThousandLinesIsRefusedFromTheNextOneOn() {
            String body = (sale("long-batch") + "\n").repeat(5_001) + sale("beyond-the-end") + "\n";

            Reply reply = system.post("/api/v1/sales/batch", NDJSON, body);

            assertThat(reply.status()).isEqualTo(200);
            List<String> lines = reply.text().lines().toList();
            assertThat(lines).hasSize(5_001);
            assertThat(lines.get(4_999)).contains("\"line\":5000", "\"status\":\"replayed\"");
            assertThat(lines.getLast())
                    .contains("\"line\":5001", "\"status\":\"refused\"", "\"code\":\"content-too-large\"");
            assertThat(system.log().readStream(new StreamId("sale", "VAKE:beyond-the-end"), 0, 1))
                    .isEmpty();
        }

        @Test
        void countsItsLinesAsWhoeverWroteThemDoes() {
            String body = "\n" + sale("after-a-blank-line") + "\r\n \r\n{oops\n\n"
                    + sale("VAKE", "numbered", "FOREIGN", NOW, 900);

            List<String> lines = system.post("/api/v1/sales/batch", NDJSON, body)
                    .text()
                    .lines()
                    .toList();

            assertThat(lines).hasSize(3);
            assertThat(lines.get(0)).contains("\"line\":2", "\"status\":\"accepted\"");
            assertThat(lines.get(1)).contains("\"line\":4", "\"code\":\"malformed-json\"");
            assertThat(lines.get(2)).contains("\"line\":6", "\"saleId\":\"VAKE:numbered\"");
        }

        @Test
        void isUnderstoodHoweverItsMediaTypeIsWritten() {
            for (String type : List.of("Application/X-NDJSON", "application/x-ndjson ; charset=\"utf-8\"")) {
                Reply reply = system.send(HttpRequest.newBuilder(system.address("/api/v1/sales/batch"))
                        .header("Content-Type", type)
                        .header("Idempotency-Key", "a-batch-takes-none")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                (sale("typed") + "\n").repeat(1_000) + sale("last-typed")))
                        .build());

                assertThat(reply.status()).as(type).isEqualTo(200);
                assertThat(reply.text().lines()).hasSize(1_001).noneMatch(line -> line.contains("refused"));
            }
        }

        /** Of such a line nothing is kept but that it is too long. */
        @Test
        void refusesALineThatIsTooLargeAndGoesOn() {
            String body = "x".repeat(1_000_000) + "\n" + sale("after-a-large-line");

            List<String> lines = system.post("/api/v1/sales/batch", NDJSON, body)
                    .text()
                    .lines()
                    .toList();

            assertThat(lines).hasSize(2);
            assertThat(lines.get(0)).contains("\"line\":1", "\"code\":\"content-too-large\"");
            assertThat(lines.get(1)).contains("\"line\":2", "\"status\":\"accepted\"");
        }

        @Test
        void ofHistoryHasNoAgeLimitAndSaysThatItWasImported() {
            String old = sale("VAKE", "history", "TILL-1", "2023-01-01T08:00:00Z", 900);

            Reply reply = system.post("/api/v1/imports/sales", NDJSON, old);

            assertThat(reply.text()).contains("\"status\":\"accepted\"");
            StoredEvent recorded =
                    system.log().read(system.log().head() - 2, 1).events().getFirst();
            assertThat(new String(recorded.payload(), UTF_8)).contains("\"origin\":\"IMPORT\"");
            assertThat(new String(recorded.metadata(), UTF_8)).contains("\"channel\":\"import\"");
        }

        @Test
        void fromATillHasTheAgeLimit() {
            String old = sale("VAKE", "old-in-batch", "TILL-1", "2023-01-01T08:00:00Z", 900);

            assertThat(system.post("/api/v1/sales/batch", NDJSON, old).text()).contains("\"code\":\"sale-too-old\"");
        }
    }

    private static Reply refused(String body, int status, String code) {
        long head = system.log().head();

        Reply reply = system.post("/api/v1/sales", body);

        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        problem(reply);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(system.log().head()).as("nothing is recorded").isEqualTo(head);
        assertThat(system.log().head()).isNotEqualTo(EventLog.EMPTY);
        return reply;
    }

    private static void problem(Reply reply) {
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().get("type").asString()).startsWith("urn:hotpotspot:problem:");
        assertThat(reply.json().get("status").asInt()).isEqualTo(reply.status());
        assertThat(reply.json().get("success").asBoolean()).isFalse();
        assertThat(reply.json().get("data").isNull()).isTrue();
        assertThat(reply.json().get("error").asString()).isNotBlank();
        assertThat(reply.json().get("timestamp").asString()).isNotBlank();
    }
}
