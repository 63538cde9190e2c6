package com.hotpotspot.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.Notifications;
import com.hotpotspot.eventlog.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class ReachedPositionsTest {

    /** Longer than any test takes. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final ProjectionName NAME = RecordingProjection.NAME;

    private final TestDatabase database = TestDatabase.with(Versions.SCHEMA);
    private final Notifications notifications =
            new Notifications(database.as("hps_query"), List.of(Projections.CHANNEL));
    private final ReachedPositions reached = new ReachedPositions(
            notifications, new Versions(new JdbcTemplate(database.as("hps_query"))), Set.of(NAME), LONGEST);

    @AfterEach
    void close() {
        reached.destroy();
        notifications.close();
        database.close();
    }

    @Test
    void whileTwoWaitForAPositionOthersAreAnsweredAtOnce() throws Exception {
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> two = Stream.of(7L, 7L)
                    .map(position -> askers.submit(() -> reached.await(NAME, position)))
                    .toList();
            await().until(() -> reached.waiting() == 2);

            assertThat(reached.await(NAME, 7)).isEqualTo(EventLog.EMPTY);

            assertThat(two).noneMatch(Future::isDone);
            commit(7);
            assertThat(two.get(0).get()).isEqualTo(7);
            assertThat(two.get(1).get()).isEqualTo(7);
        }
    }

    @Test
    void nobodyWaitsForWhatIsReached() {
        commit(7);

        assertThat(reached.await(NAME, 7)).isEqualTo(7);
        assertThat(reached.waiting()).isZero();
    }

    private void commit(long position) {
        JdbcTemplate jdbc = new JdbcTemplate(database.as("hps_query"));
        jdbc.update(
                "insert into projection.version (projection, number, shape, state, position, begun_at)"
                        + " values (?, 1, ?, 'LIVE', ?, 0)",
                NAME.name(),
                NAME.shape(),
                position);
        jdbc.query("select pg_notify(?, ?)", row -> {}, Projections.CHANNEL, NAME.toString());
    }
}
