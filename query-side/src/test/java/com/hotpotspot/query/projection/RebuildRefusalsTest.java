package com.hotpotspot.query.projection;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.WrittenLog;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class RebuildRefusalsTest {

    private static final ProjectionName NAME = RecordingProjection.NAME;

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
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
        Rebuilds elsewhere = new Rebuilds(
                new JdbcTemplate(database.as("hps_query")), VersionTables.madeElsewhere(Clock.systemUTC()));

        assertRefused(() -> elsewhere.begin(NAME), RebuildRefusedException.Reason.MADE_ELSEWHERE);
    }

    private static void assertRefused(Runnable action, RebuildRefusedException.Reason reason) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        RebuildRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private void sell(int count) {
        for (int i = 0; i < count; i++) {
            log.sell(vake, Integer.toString(++number), "2026-01-15T10:00:00Z", khinkali(1));
        }
    }
}
