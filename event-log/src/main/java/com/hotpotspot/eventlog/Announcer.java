package com.hotpotspot.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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

    private final DataSource dataSource;
    private final Semaphore due = new Semaphore(0);

    private volatile boolean closed;
    private final Thread thread;

    Announcer(DataSource dataSource) {
        this.dataSource = dataSource;
        this.thread = Thread.ofPlatform().daemon().name("hps-announcer").start(this::run);
    }

    /** Says that the log has grown. Returns at once. */
    void announce() {
        if (due.availablePermits() == 0) {
            due.release();
        }
    }

    /** Makes the last announcement, if one is due, and ends. */
    @Override
    public void close() {
        closed = true;
        due.release();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed) {
                due.acquire();
                due.drainPermits();
                notifyReaders();
                TimeUnit.NANOSECONDS.sleep(BETWEEN.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void notifyReaders() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("notify " + PostgresEventLog.CHANNEL);
        } catch (SQLException e) {
            LOG.debug("An append could not be announced; readers will find it when they look", e);
        }
    }
}
