package com.hotpotspot.query.stream;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.Lines;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventStreamTest {

    private static final Instant NOON = Instant.parse("2026-01-15T08:00:00Z");

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final WrittenLog log = new WrittenLog(database);
    private final RunningQuerySide side = RunningQuerySide.on(database);
    private NodeId vake = new NodeId("UNREGISTERED");
    private int number;

    @BeforeAll
    void sales() {
        log.found(NetworkPurpose.LIVE);
        vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        sell(1_500);
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @Test
    void theStreamHoldsEveryPositionToTheHeadAndEnds() throws Exception {
        long head = log.head();

        try (Lines lines = stream("/api/v1/events")) {
            await().until(lines::ended);

            assertThat(positions(lines)).isEqualTo(range(0, head));
        }
    }

    @Test
    void aReaderThatStopsAndResumesMissesNothing() throws Exception {
        List<Long> read = new ArrayList<>();
        try (Lines lines = stream("/api/v1/events?follow=true")) {
            await().until(() -> lines.soFar().size() >= 700);
            read.addAll(positions(lines).subList(0, 700));
        }
        sell(50);

        try (Lines lines = stream("/api/v1/events?from=" + (read.getLast() + 1))) {
            await().until(lines::ended);
            read.addAll(positions(lines));
        }

        assertThat(read).isEqualTo(range(0, log.head()));
    }

    @Test
    void aFollowerSeesWhatIsRecordedWhileItWatches() throws Exception {
        long from = log.head() + 1;
        try (Lines lines = stream("/api/v1/events?follow=true&from=" + from)) {
            sell(1);
            await().until(() -> lines.soFar().size() == 3);
            sell(2);
            await().until(() -> lines.soFar().size() == 9);

            assertThat(positions(lines)).isEqualTo(range(from, log.head()));
            assertThat(lines.ended()).isFalse();
        }
    }

    @Test
    void aFollowerOfOneTypeGoesOnPastTheOthers() throws Exception {
        long from = log.head() + 1;
        try (Lines lines = stream("/api/v1/events?follow=true&type=node.deactivated&from=" + from)) {
            sell(1_100);
            log.append(new NodeDeactivated(vake));
            await().until(() -> lines.soFar().size() == 1);

            assertThat(positions(lines)).containsExactly(log.head());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "999999999999999999", "9999999999999999999", "-1", "1.5", "zz"})
    void aLastEventThatTheLogDoesNotHaveIsRefused(String last) {
        side.client()
                .get()
                .uri("/api/v1/events?follow=true")
                .header("Last-Event-ID", last)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Last-Event-ID");
    }

    @Test
    void typesMayBeRepeatedOrListed() throws Exception {
        for (String types :
                List.of("type=node.registered,network.founded", "type=node.registered&type=network.founded")) {
            try (Lines lines = stream("/api/v1/events?" + types)) {
                await().until(lines::ended);

                assertThat(positions(lines)).containsExactly(0L, 1L);
            }
        }
    }

    @Test
    void aLineHoldsTheEventAsItIsStored() throws Exception {
        try (Lines lines = stream("/api/v1/events?type=network.founded")) {
            await().until(lines::ended);

            assertThat(lines.soFar())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("\"payload\":{\"founder\":\"founder\",")
                            .contains("\"position\":0,")
                            .endsWith("\"type\":\"network.founded\"}"));
        }
    }

    @Test
    void serverSentEventsResumeAfterTheLastOneSeen() throws Exception {
        try (Lines lines = stream("/api/v1/events?from=0", "Accept", "text/event-stream", "Last-Event-ID", "2")) {
            await().until(lines::ended);

            assertThat(lines.soFar().getFirst()).isEqualTo("id: 3");
            assertThat(lines.soFar().get(1)).startsWith("data: {\"eventId\":").contains("\"position\":3,");
        }
    }

    @Test
    void openStreamsEndWhenTheServerStops() throws Exception {
        RunningQuerySide other = RunningQuerySide.on(database);
        try (Lines lines = other.lines("/api/v1/events?follow=true&type=node.registered")) {
            await().until(() -> lines.soFar().size() == 1);

            other.close();

            await().until(lines::ended);
        }
    }

    private Lines stream(String path, String... headers) throws Exception {
        return side.lines(path, headers);
    }

    private void sell(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.addAll(List.of(log.sale(vake, Integer.toString(++number), NOON, khinkali(1))));
        }
        log.append(events.toArray(Event[]::new));
    }

    private static List<Long> positions(Lines lines) {
        return lines.soFar().stream()
                .map(line -> EventJson.mapper().readTree(line).get("position").asLong())
                .toList();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
