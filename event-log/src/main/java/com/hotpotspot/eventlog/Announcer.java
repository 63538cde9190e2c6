package com.hotpotspot.eventlog;

import com.hotpotspot.routine.Rest;
import com.hotpotspot.routine.Routine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the readers of all processes that the log has grown, by {@code NOTIFY}.
 *
 * <p>It does so beside the appends and not in their transactions, where it would hold a lock of the whole cluster until
 * the commit is on the disk. Appends that follow each other closely share an announcement. One that gets lost costs
 * little: readers look by themselves now and then.
 */
final class Announcer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    /** After a quiet time the announcement is made at once; a page that is read by people needs no more than this. */
    private static final Duration BETWEEN = Duration.ofMillis(10);

    /** Nothing is due then that was not announced, but every wait has an end. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final AtomicBoolean due = new AtomicBoolean();
    private final Routine routine =
            Routine.spare("announcer", "tell the readers that the log has grown", this::announceWhatIsDue);

    Announcer(DataSource dataSource) {
        this.dataSource = dataSource;
        routine.start();
    }

    /** Says that the log has grown. Returns at once. */
    void announce() {
        if (!due.getAndSet(true)) {
            routine.wake();
        }
    }

    /** Makes the last announcement, if one is due and it can, and ends. */
    @Override
    public void close() {
        boolean well = routine.state().isWell();
        routine.stop(STOP_WITHIN);
        if (well) {
            announceTheLast();
        }
    }

    private void announceTheLast() {
        try {
            Rest unused = announceWhatIsDue();
        } catch (SQLException e) {
            LOG.debug("The last append could not be announced; readers will find it when they look", e);
        }
    }

    private Rest announceWhatIsDue() throws SQLException {
        if (due.getAndSet(false)) {
            try {
                notifyReaders();
            } catch (SQLException e) {
                due.set(true);
                throw e;
            }
        }
        return new Rest(BETWEEN, LOOK_AGAIN);
    }

    private void notifyReaders() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("notify " + PostgresEventLog.CHANNEL);
        }
    }
}
