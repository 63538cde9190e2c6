package com.hotpotspot.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LockedVersionsTest {

    private static final ProjectionName NAME = RecordingProjection.NAME;

    private final TestDatabase database = TestDatabase.with(Versions.SCHEMA);
    private final VersionTables tables = VersionTables.ownedBy(database.as("hps_owner"), Clock.systemUTC());
    private final DataSource pool = database.as("hps_query");
    private final Versions versions = new Versions(new JdbcTemplate(pool));
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatComesAmongThemWhileTheyAreWaitedForIsLedOnWithThem() throws Exception {
        Version live = tables.make(NAME, VersionState.LIVE);
        Version filled = tables.make(NAME, VersionState.FILLING);
        try (ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Progress>> led = transaction.execute(status -> {
                assertThat(versions.lockAnswerer(NAME))
                        .map(Versions.Answerer::version)
                        .contains(live);
                Future<List<Progress>> waiting = reader.submit(
                        () -> transaction.execute(other -> versions.lock(Group.ANSWERING.states(), Set.of(NAME))));
                await().until(() -> waitForALock() == 1);
                versions.follow(filled, 0);
                return waiting;
            });

            assertThat(Optional.ofNullable(led).orElseThrow().get())
                    .extracting(Progress::version)
                    .containsExactly(live, filled);
        }
    }

    private int waitForALock() {
        return Integer.parseInt(new String(
                database.bytes("select count(*)::text::bytea from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'"),
                StandardCharsets.US_ASCII));
    }
}
