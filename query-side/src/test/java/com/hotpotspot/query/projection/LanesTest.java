package com.hotpotspot.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.testing.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LanesTest {

    private static final ProjectionName FIRST = new ProjectionName("newcomer", 1);
    private static final ProjectionName SECOND = RecordingProjection.NAME;

    private final SoldLog log = new SoldLog();
    private final TestDatabase database = log.database;
    private final DataSource pool = database.as("hps_query");
    private final JdbcClient jdbc = JdbcClient.create(pool);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void whatIsWrittenBesideIsAheadOfTheTransactionThatLeadsWhereThatFailsAndTakesInNothingTwice() {
        fillHalfOfThem(engine -> engine.projection);

        assertThat(position(SECOND)).as("the lane beside has a chapter more").isGreaterThan(position(FIRST));
        assertThatBothAreFilledInTheEnd();
    }

    @Test
    void theTransactionThatLeadsDoesNotGoOnWhereWhatIsWrittenBesideFails() {
        fillHalfOfThem(engine -> engine.newcomer);

        assertThat(position(FIRST)).isEqualTo(position(SECOND));
        assertThatBothAreFilledInTheEnd();
    }

    @Test
    void aVersionThatCameAfterAChapterWasChosenStillBeginsAtTheBeginning() {
        JdbcTemplate template = new JdbcTemplate(pool);
        RecordingProjection projection = new RecordingProjection(template, FIRST);
        Declared declared = new Declared(List.of(projection));
        VersionTables tables = VersionTables.ownedBy(database.as("hps_owner"), Clock.systemUTC());
        tables.prepare(List.of(projection));
        Version far = tables.make(FIRST, VersionState.FILLING);
        Versions versions = new Versions(template);
        versions.advance(List.of(far), 6, "test");
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(pool);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        Lanes lanes = new Lanes(
                declared,
                versions,
                new Intake(new Savepoints(template), new ParkedEvents(template, Clock.systemUTC())),
                transactions);
        try (PostgresEventLog events = new PostgresEventLog(pool)) {
            Chapter chapter = Chapter.read(events, 7, 7, 1, declared.audience());
            List<Progress> led = versions.in(Group.FILLING.states(), Set.of(FIRST));
            Version late = tables.make(FIRST, VersionState.FILLING);

            transaction.executeWithoutResult(status -> lanes.feedBeside(Group.FILLING, led, chapter, "test"));

            assertThat(versions.in(Group.FILLING.states(), Set.of(FIRST)))
                    .extracting(Progress::version, Progress::position)
                    .containsExactly(tuple(far, chapter.next() - 1), tuple(late, -1L));
            assertThat(seen(far)).allMatch(position -> position >= 7).isNotEmpty();
            assertThat(seen(late)).isEmpty();
        } finally {
            lanes.stop();
        }
    }

    /** Until one of two has no database any more. */
    private void fillHalfOfThem(Function<Engine, RecordingProjection> failing) {
        try (Engine engine = new Engine(database, 2, 3, FIRST, SECOND).start()) {
            await().until(() -> engine.position() == log.head() && engine.versions.position(SECOND) == log.head());
        }
        log.rebuilds.begin(FIRST);
        log.rebuilds.begin(SECOND);
        try (Engine engine = new Engine(database, 2, 3, FIRST, SECOND)) {
            failing.apply(engine).withoutItsDatabaseFrom(12);
            engine.start();
            await().until(() -> failing.apply(engine).failed);
        }
    }

    private void assertThatBothAreFilledInTheEnd() {
        try (Engine engine = new Engine(database, 2, 3, FIRST, SECOND).start()) {
            await().until(() -> engine.versions.number(FIRST) == 2 && engine.versions.number(SECOND) == 2);
        }
        for (ProjectionName name : List.of(FIRST, SECOND)) {
            assertThat(seen(new Version(name, 2)))
                    .isEqualTo(seen(new Version(name, 1)))
                    .hasSize(log.sales());
        }
    }

    private long position(ProjectionName name) {
        return log.rebuilds.versions(name).getLast().position();
    }

    private List<Long> seen(Version version) {
        return jdbc.sql("select position from " + version.schemaName() + ".seen order by position")
                .query((row, rowNumber) -> row.getLong("position"))
                .list();
    }
}
