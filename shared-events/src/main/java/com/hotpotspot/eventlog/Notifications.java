package com.hotpotspot.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what PostgreSQL's {@code NOTIFY} says, on one connection kept for that.
 *
 * <p>A notification is a hint to look, never a fact: those sent while the connection is down are lost. After every
 * (re)connect each subscriber is called once with an empty payload, so that whoever looks then misses nothing.
 */
public final class Notifications implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final Duration RECONNECT_DELAY = Duration.ofMillis(500);
    private static final int WAIT_MILLIS = 250;

    private final DataSource dataSource;
    private final Map<String, List<Consumer<String>>> subscribers = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /** Listens from now on to the given channels. */
    public Notifications(DataSource dataSource, List<String> channels) {
        this.dataSource = dataSource;
        channels.forEach(channel -> subscribers.put(channel, new CopyOnWriteArrayList<>()));
        this.thread = Thread.ofPlatform().daemon().name("hps-notifications").start(this::run);
    }

    /**
     * Calls {@code subscriber} with each payload, on the listening thread: it must be quick and must not block.
     *
     * @return ends the subscription when closed
     * @throws IllegalArgumentException if nobody listens to that channel
     */
    public Subscription subscribe(String channel, Consumer<String> subscriber) {
        List<Consumer<String>> ofChannel = subscribers.get(channel);
        if (ofChannel == null) {
            throw new IllegalArgumentException("not listening to channel " + channel);
        }
        ofChannel.add(subscriber);
        return () -> ofChannel.remove(subscriber);
    }

    /** Hears of appends to the log, by any process. */
    public LogSignals appends() {
        return wake -> {
            Subscription subscription = subscribe(PostgresEventLog.CHANNEL, head -> wake.run());
            return subscription::close;
        };
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean healthy = true;
        while (isOpen()) {
            try (Connection connection = dataSource.getConnection()) {
                listen(connection);
                healthy = true;
            } catch (SQLException e) {
                if (healthy && isOpen()) {
                    LOG.warn("Lost the connection that listens for notifications; trying again: {}", e.getMessage());
                }
                healthy = false;
            }
            pause();
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            for (String channel : subscribers.keySet()) {
                statement.execute("listen \"" + channel + '"');
            }
        }
        subscribers.values().forEach(ofChannel -> tell(ofChannel, ""));
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (isOpen()) {
            for (PGNotification notification : postgres.getNotifications(WAIT_MILLIS)) {
                tell(subscribers.getOrDefault(notification.getName(), List.of()), notification.getParameter());
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("unlisten *");
        }
    }

    private static void tell(List<Consumer<String>> ofChannel, String payload) {
        for (Consumer<String> subscriber : ofChannel) {
            try {
                subscriber.accept(payload);
            } catch (RuntimeException e) {
                LOG.error("A subscriber failed on a notification; the others are told all the same", e);
            }
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void pause() {
        try {
            if (closed.await(RECONNECT_DELAY.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Stopped listening for notifications");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    /** A subscriber's hold on its subscription. */
    public interface Subscription extends AutoCloseable {

        @Override
        void close();
    }
}
