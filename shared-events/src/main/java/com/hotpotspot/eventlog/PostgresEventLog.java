package com.hotpotspot.eventlog;

import com.hotpotspot.events.StreamId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLState;

/**
 * The log in one PostgreSQL table. An append runs in one transaction under one advisory lock: that, and not a sequence,
 * makes positions contiguous and lets them follow the order of commits.
 */
public final class PostgresEventLog implements EventLog {

    /** The channel on which every append announces the new head. */
    public static final String CHANNEL = "hps_log";

    /** Any number will do as long as nobody else locks it: "HPSLOG" in ASCII. */
    private static final long APPEND_LOCK = 0x4850534C4F47L;

    private static final String COLUMNS =
            "position, stream, sequence, event_id, type, revision, recorded_at, payload, metadata";

    private final DataSource dataSource;

    public PostgresEventLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public long head() {
        return call("read the head of the log", PostgresEventLog::head);
    }

    @Override
    public Appended append(List<NewEvent> events) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to append");
        }
        return call("append to the log", connection -> {
            connection.setAutoCommit(false);
            try {
                // The head is read by a statement of its own, whose snapshot is taken once the lock is ours.
                lockForAppend(connection);
                long first = head(connection) + 1;
                insert(connection, events, first);
                Appended appended = new Appended(first, first + events.size() - 1);
                announce(connection, appended.last());
                connection.commit();
                return appended;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        });
    }

    @Override
    public Slice read(long from, int span, Set<String> types) {
        return call("read the log", connection -> {
            long start = Math.max(0, from);
            long end = Math.min(head(connection) + 1, Math.addExact(start, span));
            if (end <= start) {
                return new Slice(List.of(), start);
            }
            String filter = types.isEmpty() ? "" : " and type = any (?)";
            try (PreparedStatement select = connection.prepareStatement("select " + COLUMNS
                    + " from log.event where position >= ? and position < ?" + filter + " order by position")) {
                select.setLong(1, start);
                select.setLong(2, end);
                if (!types.isEmpty()) {
                    Array names = connection.createArrayOf("text", types.toArray());
                    select.setArray(3, names);
                }
                return new Slice(events(select), end);
            }
        });
    }

    @Override
    public List<StoredEvent> readStream(StreamId stream, long fromSequence, int limit) {
        return call("read stream " + stream, connection -> {
            try (PreparedStatement select = connection.prepareStatement("select " + COLUMNS
                    + " from log.event where stream = ? and sequence >= ? order by sequence limit ?")) {
                select.setString(1, stream.toString());
                select.setLong(2, fromSequence);
                select.setInt(3, limit);
                return events(select);
            }
        });
    }

    @Override
    public List<StoredEvent> readKind(String kind, long upToPosition) {
        return call("read the streams of kind " + kind, connection -> {
            // ';' follows ':' in ASCII, so this range of the index holds the kind's streams and no others.
            try (PreparedStatement select = connection.prepareStatement("select " + COLUMNS
                    + " from log.event where stream > ? and stream < ? and position <= ? order by position")) {
                select.setString(1, kind + ':');
                select.setString(2, kind + ';');
                select.setLong(3, upToPosition);
                return events(select);
            }
        });
    }

    /** The last sequence number of a stream, or null if there is no such stream. */
    @Nullable
    Long lastSequence(String stream) {
        return this.<@Nullable Long>call("read stream " + stream, connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select max(sequence) from log.event where stream = ?")) {
                select.setString(1, stream);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    long sequence = row.getLong(1);
                    return row.wasNull() ? null : sequence;
                }
            }
        });
    }

    /** The position of the first event recorded at or after an instant, or null if there is none. */
    @Nullable
    Long firstPositionAt(Instant instant) {
        return this.<@Nullable Long>call("find a position by time", connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select min(position) from log.event where recorded_at >= ?")) {
                select.setLong(1, instant.toEpochMilli());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    long position = row.getLong(1);
                    return row.wasNull() ? null : position;
                }
            }
        });
    }

    private static void lockForAppend(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, APPEND_LOCK);
            lock.execute();
        }
    }

    private static long head(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select coalesce(max(position), -1) from log.event");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void insert(Connection connection, List<NewEvent> events, long first) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into log.event (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            long position = first;
            for (NewEvent event : events) {
                insert.setLong(1, position++);
                insert.setString(2, event.stream().toString());
                insert.setLong(3, event.sequence());
                insert.setObject(4, event.eventId());
                insert.setString(5, event.type());
                insert.setString(6, event.revision());
                insert.setLong(7, event.recordedAt().toEpochMilli());
                insert.setBytes(8, event.payload());
                insert.setBytes(9, event.metadata());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            if (PSQLState.UNIQUE_VIOLATION.getState().equals(e.getSQLState())) {
                NewEvent firstEvent = events.getFirst();
                throw new SequenceTakenException(firstEvent.stream(), firstEvent.sequence(), e);
            }
            throw e;
        }
    }

    private static void announce(Connection connection, long head) throws SQLException {
        try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            notify.setString(1, CHANNEL);
            notify.setString(2, Long.toString(head));
            notify.execute();
        }
    }

    private static List<StoredEvent> events(PreparedStatement select) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                events.add(new StoredEvent(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getObject(4, UUID.class),
                        row.getString(5),
                        row.getString(6),
                        Instant.ofEpochMilli(row.getLong(7)),
                        row.getBytes(8),
                        row.getBytes(9)));
            }
        }
        return events;
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private <T extends @Nullable Object> T call(String purpose, Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new EventLogUnavailableException("could not " + purpose, e);
        }
    }

    private interface Work<T extends @Nullable Object> {
        T with(Connection connection) throws SQLException;
    }
}
