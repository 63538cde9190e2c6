package com.hotpotspot.eventlog;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.hotpotspot.routine.Ongoing;
import com.hotpotspot.routine.Rest;
import com.hotpotspot.routine.Routine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears what PostgreSQL's {@code NOTIFY} says, on one connection kept for that.
 *
 * <p>A notification is a hint to look, never a fact: those sent while the connection is down are lost. After every
 * (re)connect each subscriber is called once with an empty payload, so that whoever looks then misses nothing.
 */
public final class Notifications implements Ongoing, AutoCloseable {

    private static final int WAIT_MILLIS = 250;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final Map<String, Subscribers> channels;
    private final Routine routine;

    /** Listens from now on to the given channels. */
    public Notifications(DataSource dataSource, List<String> channels) {
        this.dataSource = dataSource;
        this.channels = channels.stream().collect(toUnmodifiableMap(channel -> channel, channel -> new Subscribers()));
        this.routine = Routine.spare("notifications", "listen to the notifications of the database", this::listen);
        routine.start();
    }

    /**
     * Calls {@code subscriber} with each payload, on the listening thread: it must be quick and must not block.
     *
     * @return ends the subscription when closed
     * @throws IllegalArgumentException if nobody listens to that channel
     */
    public LogSignals.Subscription subscribe(String channel, Consumer<String> subscriber) {
        Subscribers ofChannel = channels.get(channel);
        if (ofChannel == null) {
            throw new IllegalArgumentException("not listening to channel " + channel);
        }
        return ofChannel.add(subscriber);
    }

    /** Hears of appends to the log, by any process. */
    public LogSignals appends() {
        return wake -> subscribe(PostgresEventLog.CHANNEL, head -> wake.run());
    }

    @Override
    public void close() {
        routine.stop(STOP_WITHIN);
    }

    @Override
    public Routine routine() {
        return routine;
    }

    /** One connection, from its beginning to its end. */
    private Rest listen() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                for (String channel : channels.keySet()) {
                    statement.execute("listen \"" + channel + '"');
                }
            }
            routine.works();
            channels.values().forEach(ofChannel -> ofChannel.tell(""));
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (!routine.isStopping()) {
                for (PGNotification notification : postgres.getNotifications(WAIT_MILLIS)) {
                    tell(notification);
                }
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("unlisten *");
            }
        }
        return Rest.NONE;
    }

    private void tell(PGNotification notification) {
        Subscribers ofChannel = channels.get(notification.getName());
        if (ofChannel != null) {
            ofChannel.tell(notification.getParameter());
        }
    }
}
