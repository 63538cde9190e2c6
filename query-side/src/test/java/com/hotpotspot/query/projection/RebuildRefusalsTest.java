package com.hotpotspot.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.testing.TestDatabase;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RebuildRefusalsTest {

    private static final ProjectionName NAME = RecordingProjection.NAME;

    private final SoldLog log = new SoldLog();
    private final TestDatabase database = log.database;
    private final Rebuilds rebuilds = log.rebuilds;

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void thereIsOneRebuildAtATimeAndWhatIsOldIsDroppedFirst() {
        try (Engine engine = new Engine(database, 7)) {
            assertThat(engine.versions.number(NAME)).isEqualTo(1);
            int second = rebuilds.begin(NAME);

            assertRefused(() -> rebuilds.begin(NAME), RebuildRefusedException.Reason.UNDER_WAY);
            assertRefused(() -> rebuilds.drop(NAME, 1), RebuildRefusedException.Reason.NOT_DROPPABLE);
            assertRefused(() -> rebuilds.accept(NAME, second), RebuildRefusedException.Reason.NOT_DIFFERENT);
            engine.start();
            await().until(() -> engine.versions.number(NAME) == second);
            int third = rebuilds.begin(NAME);
            await().until(() -> engine.versions.number(NAME) == third);
            assertRefused(() -> rebuilds.begin(NAME), RebuildRefusedException.Reason.TOO_MANY);

            rebuilds.drop(NAME, 1);

            assertThat(rebuilds.versions(NAME))
                    .extracting(VersionReport::number)
                    .containsExactly(second, third);
            assertThat(rebuilds.begin(NAME)).isEqualTo(4);
        }
    }

    @Test
    void aVersionThatIsBeingFilledIsGivenUpByDroppingIt() {
        try (Engine engine = new Engine(database, 7)) {
            int begun = rebuilds.begin(NAME);

            rebuilds.drop(NAME, begun);

            engine.start();
            await().until(() -> engine.position() == log.head());
            assertThat(rebuilds.versions(NAME))
                    .extracting(VersionReport::number)
                    .containsExactly(1);
        }
    }

    @Test
    void whatAProcessMayNotMakeItDoesNotBegin() {
        Rebuilds elsewhere = log.rebuilds(VersionTables.madeElsewhere(Clock.systemUTC()));

        assertRefused(() -> elsewhere.begin(NAME), RebuildRefusedException.Reason.MADE_ELSEWHERE);
    }

    private static void assertRefused(Runnable action, RebuildRefusedException.Reason reason) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        RebuildRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
