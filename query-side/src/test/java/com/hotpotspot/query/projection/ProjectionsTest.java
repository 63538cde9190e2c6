package com.hotpotspot.query.projection;

import static com.hotpotspot.query.testing.Dishes.feast;
import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.NewEvent;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.WrittenLog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProjectionsTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final JdbcClient jdbc = JdbcClient.create(database.as("hps_query"));
    private final WrittenLog log = new WrittenLog(database);
    private NodeId vake = new NodeId("UNREGISTERED");
    private int number;

    @BeforeEach
    void network() {
        log.found(NetworkPurpose.LIVE);
        vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aBatchIsProjectedOnceHoweverManyEventsItHas() {
        sell(60);

        try (Engine engine = new Engine(database, 1_000).start()) {
            await().until(() -> engine.position() == log.head());

            assertThat(engine.projection.batches).hasSize(1);
            assertThat(engine.projection.batches.getFirst()).hasSize(60);
        }
    }

    @Test
    void everyEventIsInExactlyOneBatchAndInTheOrderOfTheLog() {
        sell(20);

        try (Engine engine = new Engine(database, 7).start()) {
            await().until(() -> engine.position() == log.head());

            assertThat(engine.projection.batches)
                    .allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(7));
            assertThat(engine.projection.batches.stream().flatMap(List::stream).map(Recorded::position))
                    .containsExactlyElementsOf(positionsOfSales(20));
            assertThat(seen()).isEqualTo(positionsOfSales(20));
        }
    }

    /** How large sales are, is up to the till; a thousand of the largest would be more than a heap. */
    @Test
    void aBatchHasFewerEventsWhenTheyAreLarge() {
        for (int i = 0; i < 20; i++) {
            log.sell(vake, Integer.toString(++number), "2026-01-15T10:00:00Z", feast());
        }

        try (Engine engine = new Engine(database, 1_000).start()) {
            await().until(() -> engine.position() == log.head());

            assertThat(engine.projection.batches)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(5));
            assertThat(seen()).isEqualTo(positionsOfSales(20));
        }
    }

    @Test
    void aBatchThatFailsWithTheDatabaseLeavesNeitherRowsNorProgressAndComesAgain() {
        sell(5);

        try (Engine engine = new Engine(database, 1_000)) {
            engine.projection.withoutItsDatabase = true;
            engine.start();
            await().until(() -> !engine.projections.states().getFirst().working());

            assertThat(engine.projection.batches).isNotEmpty();
            assertThat(seen()).isEmpty();
            assertThat(engine.position()).isEqualTo(EventLog.EMPTY);

            engine.projection.withoutItsDatabase = false;
            await().until(() -> engine.position() == log.head());

            assertThat(seen()).isEqualTo(positionsOfSales(5));
            assertThat(engine.parked.count(RecordingProjection.NAME)).isZero();
            await().until(() -> engine.projections.states().getFirst().working());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 1_000})
    void anEventThatCannotBeTakenInIsParkedAndAllOthersAreTakenIn(int batchSize) {
        sell(6);
        long culprit = positionsOfSales(6).get(2);

        try (Engine engine = new Engine(database, batchSize)) {
            engine.projection.indigestible.add(culprit);
            engine.start();
            await().until(() -> engine.position() == log.head());

            assertThat(seen())
                    .containsExactlyElementsOf(positionsOfSales(6).stream()
                            .filter(position -> position != culprit)
                            .toList());
            assertThat(engine.parked.count(RecordingProjection.NAME)).isEqualTo(1);
            assertThat(engine.parked.first(RecordingProjection.NAME, 10))
                    .singleElement()
                    .satisfies(parked -> {
                        assertThat(parked.position()).isEqualTo(culprit);
                        assertThat(parked.type()).isEqualTo("sale.recorded");
                        assertThat(parked.reason()).matches("ArithmeticException at RecordingProjection.java:[0-9]+");
                    });
            assertThat(engine.projections.states().getFirst().working()).isTrue();
        }
    }

    @Test
    void whatIsParkedStaysParkedOverARestart() {
        sell(3);
        try (Engine engine = new Engine(database, 1_000)) {
            engine.projection.indigestible.addAll(positionsOfSales(2));
            engine.start();
            await().until(() -> engine.position() == log.head());
        }
        sell(1);

        try (Engine engine = new Engine(database, 1_000).start()) {
            await().until(() -> engine.position() == log.head());

            assertThat(seen()).isEqualTo(positionsOfSales(4).subList(2, 4));
            assertThat(engine.parked.first(RecordingProjection.NAME, 10))
                    .extracting(ParkedEvent::position)
                    .isEqualTo(positionsOfSales(2));
            assertThat(engine.parked.first(RecordingProjection.NAME, 1)).hasSize(1);
        }
    }

    @Test
    void anOutageAmongTheEventsOfABatchParksNothing() {
        sell(3);

        try (Engine engine = new Engine(database, 1_000)) {
            engine.projection.indigestible.add(positionsOfSales(3).get(1));
            engine.projection.withoutItsDatabase = true;
            engine.start();
            await().until(() -> !engine.projections.states().getFirst().working());

            assertThat(engine.position()).isEqualTo(EventLog.EMPTY);
            assertThat(engine.parked.count(RecordingProjection.NAME)).isZero();

            engine.projection.withoutItsDatabase = false;
            await().until(() -> engine.position() == log.head());

            assertThat(seen()).hasSize(2);
            assertThat(engine.parked.count(RecordingProjection.NAME)).isEqualTo(1);
        }
    }

    @Test
    void anErrorOfTheMachineEndsNoProjectionForGood() {
        sell(3);

        try (Engine engine = new Engine(database, 1_000)) {
            engine.projection.withoutStack = true;
            engine.start();
            await().until(() -> !engine.projections.states().getFirst().working());

            engine.projection.withoutStack = false;
            await().until(() -> engine.position() == log.head());

            assertThat(seen()).isEqualTo(positionsOfSales(3));
            assertThat(engine.parked.count(RecordingProjection.NAME)).isZero();
        }
    }

    @Test
    void anEventThatCannotBeReadIsParked() {
        appendRaw("sale.recorded", "{\"this is\":\"not a sale\"}");
        sell(2);

        try (Engine engine = new Engine(database, 1_000).start()) {
            await().until(() -> engine.position() == log.head());

            assertThat(seen()).hasSize(2);
            assertThat(engine.parked.first(RecordingProjection.NAME, 10))
                    .singleElement()
                    .satisfies(parked -> assertThat(parked.reason()).doesNotContain("not a sale"));
        }
    }

    @Test
    void anEventOfALaterRevisionThanThisBuildKnowsIsNotPassedOver() {
        sell(2);
        long before = log.head();
        appendRaw("sale.recorded", "99", "{}");

        try (Engine engine = new Engine(database, 1_000).start()) {
            await().until(() -> !engine.projections.states().getFirst().working());

            assertThat(engine.position()).isLessThanOrEqualTo(before);
            assertThat(engine.parked.count(RecordingProjection.NAME)).isZero();
        }
    }

    @Test
    void aRestartGoesOnWhereTheTokenIs() {
        sell(5);
        try (Engine engine = new Engine(database, 1_000).start()) {
            await().until(() -> engine.position() == log.head());
        }
        sell(3);

        try (Engine engine = new Engine(database, 1_000).start()) {
            await().until(() -> engine.position() == log.head());

            assertThat(engine.projection.batches.stream().mapToInt(List::size).sum())
                    .isEqualTo(3);
            assertThat(seen()).isEqualTo(positionsOfSales(8));
        }
    }

    @Test
    void aRunningProjectionFollowsAndSaysSo() {
        try (Engine engine = new Engine(database, 1_000).start()) {
            List<String> said = new CopyOnWriteArrayList<>();
            engine.notifications.subscribe(Projections.CHANNEL, said::add);
            await().until(() -> engine.position() == log.head());

            sell(1);

            await().until(() -> seen().size() == 1);
            await().until(() -> said.contains("projections"));
        }
    }

    @Test
    void anEventOfNoInterestIsNotEvenDeserialised() {
        appendRaw("node.activated", "{\"this is\":\"not a node\"}");
        sell(1);

        try (Engine engine = new Engine(database, 1_000).start()) {
            await().until(() -> engine.position() == log.head());

            assertThat(seen()).hasSize(1);
        }
    }

    @Test
    void anEventOfATypeThatThisBuildDoesNotKnowIsNotPassedOver() {
        sell(2);
        long before = log.head();
        appendRaw("sale.reinvented", "{}");
        sell(1);

        try (Engine engine = new Engine(database, 1_000).start()) {
            await().until(() -> !engine.projections.states().getFirst().working());

            assertThat(engine.position()).isLessThanOrEqualTo(before);
            assertThat(seen()).hasSizeLessThanOrEqualTo(2);
        }
    }

    private void sell(int count) {
        for (int i = 0; i < count; i++) {
            log.sell(vake, Integer.toString(++number), "2026-01-15T10:00:00Z", khinkali(1));
        }
    }

    /** After the founding, the node and its till come three events a sale, the sale itself first. */
    private static List<Long> positionsOfSales(int count) {
        return LongStream.range(0, count).map(sale -> 3 + 3 * sale).boxed().collect(Collectors.toList());
    }

    private List<Long> seen() {
        return jdbc.sql("select position from q_recording_v1.seen order by position")
                .query((row, rowNumber) -> row.getLong("position"))
                .list();
    }

    private void appendRaw(String type, String payload) {
        appendRaw(type, "1", payload);
    }

    private void appendRaw(String type, String revision, String payload) {
        new PostgresEventLog(database.as("hps_command"))
                .append(List.of(new NewEvent(
                        new StreamId(type.substring(0, type.indexOf('.')), "RAW"),
                        0,
                        UUID.randomUUID(),
                        type,
                        revision,
                        Instant.parse("2026-01-15T10:00:00Z"),
                        payload.getBytes(StandardCharsets.UTF_8),
                        "{}".getBytes(StandardCharsets.UTF_8))));
    }
}
