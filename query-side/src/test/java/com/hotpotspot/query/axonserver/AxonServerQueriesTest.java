package com.hotpotspot.query.axonserver;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.EventLine;
import com.hotpotspot.eventlog.NewEvent;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.eventlog.testing.AxonServer;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.keystore.TestKeystore;
import com.hotpotspot.query.testing.Lines;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.tlog.event.EventEntry;
import com.hotpotspot.tlog.proof.TlogProof;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;

/** What the query side answers with its log in an Axon Server: the same as with the log in PostgreSQL. */
class AxonServerQueriesTest {

    private static final Instant NOON = Instant.parse("2026-01-15T08:00:00Z");

    /** More than one slice of the reader and more than one batch of a projection. */
    private static final int SALES = 700;

    private static SharedLog shared;
    private static RunningQuerySide side;
    private static int sold;

    @BeforeAll
    static void sales() {
        shared = SharedLog.orSkip();
        side = shared.side(
                AxonServer.addressOrSkip(),
                "hotpotspot.audit.seal=true",
                "hotpotspot.keystore.file=" + TestKeystore.shared().file(),
                "hotpotspot.keystore.passphrase-file=" + TestKeystore.shared().passphraseFile());
        sell(SALES);
        side.caughtUpTo(shared.log.head());
    }

    @AfterAll
    static void close() {
        if (side != null) {
            side.close();
        }
        if (shared != null) {
            shared.close();
        }
    }

    private static void sell(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.addAll(
                    List.of(shared.written.sale(shared.node, Integer.toString(++sold), NOON, khinkali(1 + i % 3))));
        }
        shared.written.append(events.toArray(Event[]::new));
    }

    private static JsonNode data(String path) {
        byte[] body = side.client()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(body).isNotNull();
        return EventJson.mapper().readTree(body).get("data");
    }

    private static Lines stream(String path, String... headers) throws Exception {
        return side.lines(path, headers);
    }

    private static List<Long> positions(List<String> lines) {
        return lines.stream()
                .map(line -> EventJson.mapper().readTree(line).get("position").asLong())
                .toList();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    void figuresAreOfEveryEventUpToTheHead() {
        sell(1);
        long head = shared.log.head();
        side.caughtUpTo(head);

        JsonNode network = data("/api/v1/network/stats");
        assertThat(network.get("nodes").asLong()).isEqualTo(1);
        assertThat(network.get("sales").asLong()).isEqualTo(sold);
        assertThat(network.get("mintedUnits").asLong()).isEqualTo(100L * sold);
        assertThat(network.get("position").asLong()).isEqualTo(head);
        JsonNode node = data("/api/v1/nodes/" + shared.node + "/sales");
        assertThat(node.get("sales").asLong()).isEqualTo(sold);
        assertThat(node.get("revenueTetri").asLong())
                .isEqualTo(network.get("revenueTetri").asLong());
        assertThat(node.get("position").asLong()).isEqualTo(head);
    }

    @Test
    void healthKnowsTheHead() {
        long head = shared.log.head();
        side.caughtUpTo(head);

        JsonNode health = data("/api/v1/health");
        assertThat(health.get("status").asString()).isEqualTo("UP");
        assertThat(health.get("head").asLong()).isEqualTo(head);
    }

    @Test
    void everyEventIsSealedAndHasAProof() throws Exception {
        long head = shared.log.head();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> data("/api/v1/audit").get("size").asLong() == head + 1);

        try (Lines lines = stream("/api/v1/events?from=" + shared.start)) {
            await().until(lines::ended);

            for (String line : lines.soFar()) {
                EventLineToVerify event = new EventLineToVerify(line);
                assertThat(event.isProvedBy(bytes("/api/v1/audit/proofs/" + event.position())))
                        .as(line)
                        .isTrue();
            }
        }
    }

    private static byte[] bytes(String path) {
        return Objects.requireNonNull(side.client()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    /** A line of the stream as whoever verifies reads it. */
    private record EventLineToVerify(String line) {

        long position() {
            return entry().position();
        }

        boolean isProvedBy(byte[] proof) {
            return TlogProof.parse(proof).leadsToCheckpoint(entry().leaf());
        }

        private EventEntry entry() {
            return com.hotpotspot.tlog.event.EventLine.parse(line.getBytes(UTF_8))
                    .entry();
        }
    }

    @Test
    void theStreamHoldsEveryPositionToTheHeadAndEnds() throws Exception {
        long head = shared.log.head();

        try (Lines lines = stream("/api/v1/events?from=" + shared.start)) {
            await().until(lines::ended);

            assertThat(positions(lines.soFar())).isEqualTo(range(shared.start, head));
        }
    }

    @Test
    void anEventIsTheSameLineAsOnPostgres() throws Exception {
        int count = 100;
        List<StoredEvent> events = shared.log.read(shared.start, count).events();
        List<String> expected = new ArrayList<>();
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG)) {
            PostgresEventLog postgres = new PostgresEventLog(database.as("hps_command"));
            postgres.append(events.stream()
                    .map(event -> new NewEvent(
                            StreamId.parse(event.stream()),
                            event.sequence(),
                            event.eventId(),
                            event.type(),
                            event.revision(),
                            event.recordedAt(),
                            event.payload(),
                            event.metadata()))
                    .toList());
            postgres.read(0, count).events().forEach(event -> expected.add(line(event)));
        }

        try (Lines lines = stream("/api/v1/events?from=" + shared.start)) {
            await().until(lines::ended);

            assertThat(lines.soFar().subList(0, count).stream().map(AxonServerQueriesTest::withoutPosition))
                    .hasSize(count)
                    .isEqualTo(expected.stream()
                            .map(AxonServerQueriesTest::withoutPosition)
                            .toList());
        }
    }

    private static String line(StoredEvent event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EventLine.write(event, out);
        return out.toString(UTF_8).stripTrailing();
    }

    private static String withoutPosition(String line) {
        return line.replaceFirst(",\"position\":[0-9]+,", ",");
    }

    @Test
    void aReaderThatStopsAndResumesMissesNothing() throws Exception {
        List<Long> read = new ArrayList<>();
        try (Lines lines = stream("/api/v1/events?follow=true&from=" + shared.start)) {
            await().until(() -> lines.soFar().size() >= 500);
            read.addAll(positions(lines.soFar().subList(0, 500)));
        }
        sell(50);

        try (Lines lines =
                stream("/api/v1/events?from=0", "Accept", "text/event-stream", "Last-Event-ID", "" + read.getLast())) {
            await().until(lines::ended);
            read.addAll(lines.soFar().stream()
                    .filter(line -> line.startsWith("id: "))
                    .map(line -> Long.valueOf(line.substring(4)))
                    .toList());
        }

        assertThat(read).isEqualTo(range(shared.start, shared.log.head()));
    }

    @Test
    void aFollowerIsToldWhatIsRecordedWhileItWatches() throws Exception {
        long from = shared.log.head() + 1;
        try (Lines lines = stream("/api/v1/events?follow=true&type=sale.recorded&from=" + from)) {
            sell(1);
            await().until(() -> lines.soFar().size() == 1);
            sell(2);
            await().until(() -> lines.soFar().size() == 3);

            assertThat(positions(lines.soFar())).containsExactly(from, from + 3, from + 6);
            assertThat(lines.ended()).isFalse();
        }
    }

    @Test
    void aPageSaysUpToWhichEventItSpeaks() {
        long head = shared.log.head();
        side.caughtUpTo(head);

        for (String path : List.of("/", "/nodes/" + shared.node)) {
            assertThat(page(path)).contains("As of position", "Tbilisi time");
        }
    }

    private static String page(String path) {
        byte[] body = side.client()
                .get()
                .uri(path)
                .header("Accept", "text/html")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return body == null ? "" : new String(body, UTF_8);
    }

    @Test
    void openPagesAreToldOfASale() throws Exception {
        try (Lines lines = stream("/live")) {
            sell(1);

            // Of several projections that have moved at once only the last one is named.
            await().until(() -> lines.soFar().stream().anyMatch(line -> line.contains("event:changed")));
        }
    }

    @Test
    void anExportOfAPositionIsTheSameBytesWhateverWasSoldSince() {
        EntityExchangeResult<byte[]> before = export("");
        String position = before.getResponseHeaders().getFirst("Hotpotspot-Position");

        sell(3);
        side.caughtUpTo(shared.log.head());

        assertThat(export("?position=" + position).getResponseBody())
                .isNotEmpty()
                .isEqualTo(before.getResponseBody());
        assertThat(export("").getResponseBody()).hasSizeGreaterThan(length(before));
    }

    private static EntityExchangeResult<byte[]> export(String query) {
        return side.client()
                .get()
                .uri("/api/v1/exports/sales" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
    }

    private static int length(EntityExchangeResult<byte[]> result) {
        byte[] body = result.getResponseBody();
        return body == null ? 0 : body.length;
    }
}
