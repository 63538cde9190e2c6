package com.hotpotspot.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class NewProjectionTest {

    private static final ProjectionName OLD = RecordingProjection.NAME;
    private static final ProjectionName NEW = new ProjectionName("newcomer", 1);

    private final SoldLog log = new SoldLog();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void itIsFilledBesideThoseThatAnswerAndKeepsThemFromNothing() {
        given(OLD);

        try (Engine engine = new Engine(log.database, 7, OLD, NEW)) {
            engine.newcomer.withoutItsDatabaseFrom(10);
            engine.start();
            log.sell(3);

            await().until(() -> engine.position() == log.head());
            assertThat(log.rebuilds.versions(NEW))
                    .extracting(VersionReport::number, VersionReport::state)
                    .containsExactly(tuple(1, VersionState.FILLING));
            assertThat(engine.versions.position(NEW)).isEqualTo(-1);
        }
    }

    @Test
    void itAnswersAsSoonAsItIsWhereTheOthersAre() {
        given(OLD);

        try (Engine engine = new Engine(log.database, 7, OLD, NEW).start()) {
            await().until(() -> engine.versions.number(NEW) == 1);
            log.sell(3);

            await().until(() -> engine.versions.position(NEW) == log.head());
            assertThat(engine.position()).isEqualTo(log.head());
            assertThat(rows(NEW)).isEqualTo(rows(OLD)).isEqualTo(23);
        }
    }

    @Test
    void itIsComparedWithNothingWhereTheOthersHaveANewShapeToo() {
        given(OLD);
        ProjectionName changed = new ProjectionName(OLD.name(), OLD.shape() + 1);

        try (Engine engine = new Engine(log.database, 7, changed, NEW).start()) {
            await().until(() -> engine.versions.number(NEW) == 1 && engine.versions.number(changed) == 2);

            log.sell(3);
            await().until(() -> engine.versions.position(NEW) == log.head());
            assertThat(engine.versions.position(changed)).isEqualTo(log.head());
            assertThat(rows(NEW)).isEqualTo(23);
        }
    }

    @Test
    void whereNobodyHasReadAnythingAllAnswerAtOnce() {
        try (Engine engine = new Engine(log.database, 7, OLD, NEW)) {
            assertThat(engine.versions.number(OLD)).isEqualTo(1);
            assertThat(engine.versions.number(NEW)).isEqualTo(1);
        }
    }

    private void given(ProjectionName projection) {
        try (Engine engine = new Engine(log.database, 7, projection).start()) {
            await().until(() -> engine.position() == log.head());
        }
    }

    private long rows(ProjectionName projection) {
        return JdbcClient.create(log.database.as("hps_query"))
                .sql("select count(*) from q_" + projection + "_v1.seen")
                .query(Long.class)
                .single();
    }
}
