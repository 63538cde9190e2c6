package com.hotpotspot.query.projection;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.WrittenLog;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class RebuildTest {

    private static final ProjectionName NAME = RecordingProjection.NAME;

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final JdbcClient jdbc = JdbcClient.create(database.as("hps_query"));
    private final Rebuilds rebuilds = new Rebuilds(
            new JdbcTemplate(database.as("hps_query")),
            VersionTables.ownedBy(database.as("hps_owner"), Clock.systemUTC()));
    private final WrittenLog log = new WrittenLog(database);
    private NodeId vake = new NodeId("UNREGISTERED");
    private volatile int number;

    @BeforeEach
    void network() {
        log.found(NetworkPurpose.LIVE);
        vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        sell(20);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aVersionThatSaysTheSameTakesThePlaceOfTheOneThatAnswers() {
        try (Engine engine = new Engine(database, 7).start()) {
            await().until(() -> engine.position() == log.head());

            int begun = rebuilds.begin(NAME);
            await().until(() -> engine.versions.number(NAME) == begun);

            assertThat(rebuilds.versions(NAME))
                    .extracting(VersionReport::number, VersionReport::state)
                    .containsExactly(tuple(1, VersionState.OLD), tuple(2, VersionState.LIVE));
            assertThat(seen(2)).isEqualTo(seen(1)).hasSize(20);
            sell(3);
            await().until(() -> engine.position() == log.head());
            assertThat(seen(2)).hasSize(23);
            assertThat(seen(1)).hasSize(20);
        }
    }

    @Test
    void aVersionThatSaysSomethingElseIsReportedAndDoesNotAnswer() {
        try (Engine engine = new Engine(database, 7).start()) {
            await().until(() -> engine.position() == log.head());
            jdbc.sql("update q_recording_v1.seen set position = 4711 where position = (select min(position) from"
                            + " q_recording_v1.seen)")
                    .update();

            int begun = rebuilds.begin(NAME);
            await().until(() -> stateOf(begun) == VersionState.DIFFERENT);

            assertThat(engine.versions.number(NAME)).isEqualTo(1);
            assertThat(rebuilds.versions(NAME).getLast().differs())
                    .isEqualTo("seen has as many rows, and they say something else in position");
            sell(3);
            await().until(() -> engine.position() == log.head());
            assertThat(seen(2)).hasSize(20);
        }
    }

    @Test
    void whoHasLookedAtWhatDiffersCanHaveItAnswer() {
        try (Engine engine = new Engine(database, 7).start()) {
            await().until(() -> engine.position() == log.head());
            jdbc.sql("delete from q_recording_v1.seen").update();
            int begun = rebuilds.begin(NAME);
            await().until(() -> stateOf(begun) == VersionState.DIFFERENT);
            assertThat(rebuilds.versions(NAME).getLast().differs()).isEqualTo("seen has 20 rows instead of 0");
            sell(3);

            rebuilds.accept(NAME, begun);
            await().until(() -> engine.versions.number(NAME) == begun);

            await().until(() -> engine.position() == log.head());
            assertThat(seen(2)).hasSize(23);
        }
    }

    @Test
    void aRebuildGoesOnWhereAProcessEnded() {
        try (Engine engine = new Engine(database, 7).start()) {
            await().until(() -> engine.position() == log.head());
        }
        int begun = rebuilds.begin(NAME);
        try (Engine engine = new Engine(database, 7)) {
            engine.projection.withoutItsDatabaseFrom(10);
            engine.start();
            await().until(() -> rebuilds.versions(NAME).getLast().position() > 7);

            assertThat(stateOf(begun)).isEqualTo(VersionState.FILLING);
        }

        try (Engine engine = new Engine(database, 7).start()) {
            await().until(() -> engine.versions.number(NAME) == begun);

            assertThat(seen(2)).isEqualTo(seen(1)).hasSize(20);
        }
    }

    @Test
    void aChangedShapeIsFilledBesideTheOneThatAnswersAndComparedWithIt() {
        try (Engine engine = new Engine(database, 7).start()) {
            await().until(() -> engine.position() == log.head());
        }
        ProjectionName changed = new ProjectionName(NAME.name(), NAME.shape() + 1);

        try (Engine engine = new Engine(database, 7, changed).start()) {
            await().until(() -> engine.versions.number(changed) == 2);

            assertThat(seen(2)).isEqualTo(seen(1)).hasSize(20);
            assertThat(engine.versions.number(NAME))
                    .as("a process of the build before goes on with its own")
                    .isEqualTo(1);
            sell(3);
            await().until(() -> engine.position() == log.head());
            assertThat(seen(2)).hasSize(23);
        }
    }

    @Test
    void whatAnotherBuildLeftIsInNobodysWayAndCanBeDropped() {
        try (Engine engine = new Engine(database, 7).start()) {
            await().until(() -> engine.position() == log.head());
        }
        ProjectionName changed = new ProjectionName(NAME.name(), NAME.shape() + 1);
        try (Engine engine = new Engine(database, 7, changed).start()) {
            await().until(() -> engine.versions.number(changed) == 2);
            sell(3);

            int begun = rebuilds.begin(changed);
            await().until(() -> engine.versions.number(changed) == begun);
            rebuilds.drop(changed, 1);

            assertThat(rebuilds.versions(changed))
                    .extracting(VersionReport::number, VersionReport::state)
                    .containsExactly(tuple(2, VersionState.OLD), tuple(begun, VersionState.LIVE));
        }
    }

    @Test
    void salesThatComeInAllTheTimeKeepNoVersionFromAnswering() throws InterruptedException {
        AtomicBoolean enough = new AtomicBoolean();
        Thread till = Thread.ofVirtual().start(() -> {
            while (!enough.get()) {
                sell(1);
            }
        });
        try (Engine engine = new Engine(database, 7).start()) {
            int begun = rebuilds.begin(NAME);

            await().until(() -> engine.versions.number(NAME) == begun);

            enough.set(true);
            till.join();
            await().until(() -> engine.position() == log.head());
            assertThat(seen(2)).hasSize(number);
        } finally {
            enough.set(true);
        }
    }

    private VersionState stateOf(int version) {
        return rebuilds.versions(NAME).stream()
                .filter(each -> each.number() == version)
                .map(VersionReport::state)
                .findFirst()
                .orElseThrow();
    }

    private void sell(int count) {
        for (int i = 0; i < count; i++) {
            log.sell(vake, Integer.toString(++number), "2026-01-15T10:00:00Z", khinkali(1));
        }
    }

    private List<Long> seen(int version) {
        return jdbc.sql("select position from q_recording_v" + version + ".seen order by position")
                .query((row, rowNumber) -> row.getLong("position"))
                .list();
    }
}
