package com.hotpotspot.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RebuildTest {

    private static final ProjectionName NAME = RecordingProjection.NAME;

    private final SoldLog log = new SoldLog();
    private final TestDatabase database = log.database;
    private final Rebuilds rebuilds = log.rebuilds;
    private final JdbcClient jdbc = JdbcClient.create(database.as("hps_query"));

    @AfterEach
    void close() {
        log.close();
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
            log.sell(3);
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
            log.sell(3);
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
            log.sell(3);

            rebuilds.accept(NAME, begun);
            await().until(() -> engine.versions.number(NAME) == begun);

            await().until(() -> engine.position() == log.head());
            assertThat(seen(2)).hasSize(23);
        }
    }

    @Test
    void aRebuildGoesOnWhereAProcessEnded() {
        fill();
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
        fill();
        ProjectionName changed = new ProjectionName(NAME.name(), NAME.shape() + 1);

        try (Engine engine = new Engine(database, 7, changed).start()) {
            await().until(() -> engine.versions.number(changed) == 2);

            assertThat(seen(2)).isEqualTo(seen(1)).hasSize(20);
            assertThat(engine.versions.number(NAME))
                    .as("a process of the build before goes on with its own")
                    .isEqualTo(1);
            log.sell(3);
            await().until(() -> engine.position() == log.head());
            assertThat(seen(2)).hasSize(23);
        }
    }

    @Test
    void whatAnotherBuildLeftIsInNobodysWayAndCanBeDropped() {
        fill();
        ProjectionName changed = new ProjectionName(NAME.name(), NAME.shape() + 1);
        try (Engine engine = new Engine(database, 7, changed).start()) {
            await().until(() -> engine.versions.number(changed) == 2);
            log.sell(3);

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
                log.sell(1);
            }
        });
        try (Engine engine = new Engine(database, 7, 70, NAME).start()) {
            int begun = rebuilds.begin(NAME);

            await().until(() -> engine.versions.number(NAME) == begun);

            enough.set(true);
            till.join();
            await().until(() -> engine.position() == log.head());
            assertThat(seen(2)).hasSize(log.sales());
        } finally {
            enough.set(true);
        }
    }

    /** By a process that ends then. */
    private void fill() {
        try (Engine engine = new Engine(database, 7).start()) {
            await().until(() -> engine.position() == log.head());
        }
    }

    private VersionState stateOf(int version) {
        return rebuilds.versions(NAME).stream()
                .filter(each -> each.number() == version)
                .map(VersionReport::state)
                .findFirst()
                .orElseThrow();
    }

    private List<Long> seen(int version) {
        return jdbc.sql("select position from q_recording_v" + version + ".seen order by position")
                .query((row, rowNumber) -> row.getLong("position"))
                .list();
    }
}
