package com.hotpotspot.eventlog;

import com.hotpotspot.events.StreamId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The log in one PostgreSQL table. Appends of many callers share one transaction under one lock, which only the log's
 * own functions can take: the lock, and not a sequence, makes positions contiguous and lets them follow the order of
 * commits.
 */
public final class PostgresEventLog implements EventLog, AutoCloseable {

    /** The channel on which every append announces the new head. */
    public static final String CHANNEL = "hps_log";

    static final String NOT_ITS_END =
            "The log does not end with the event that was written last; events at its end are missing, or others are there.";

    private static final String COLUMNS =
            "position, stream, sequence, event_id, type, revision, recorded_at, payload, metadata";

    private static final String BYTES = "octet_length(payload) + octet_length(metadata)";

    private static final String IN_RANGE = " from log.event where position >= ? and position < ?";

    /** All of a range, or the first of it if all would fill a slice. Costs hardly more than not to ask. */
    private static final String ALL_OR_FIRST = "select " + COLUMNS + IN_RANGE + " and (position = ? or (select sum("
            + BYTES + ")" + IN_RANGE + ") < ?) order by position";

    private static final String ALL_UNTIL_FULL = untilFull(IN_RANGE);
    private static final String SOME_UNTIL_FULL = untilFull(IN_RANGE + " and type = any (?)");

    /** More than a pool has connections that can have died. */
    private static final int MOST_ATTEMPTS = 20;

    private final DataSource dataSource;
    private final Appender appender;

    public PostgresEventLog(DataSource dataSource) {
        this(dataSource, AppendLimits.DEFAULT);
    }

    public PostgresEventLog(DataSource dataSource, AppendLimits limits) {
        this.dataSource = dataSource;
        this.appender = new Appender(dataSource, limits);
    }

    /** How many commands wait to be appended. */
    public int waitingCommands() {
        return appender.waitingCommands();
    }

    /** How many commits this process has made, and for how many commands. */
    public AppendCounts counts() {
        return appender.counts();
    }

    /** Appends what is waiting and takes no more. */
    @Override
    public void close() {
        appender.close();
    }

    @Override
    public long head() {
        return call("read the head of the log", PostgresEventLog::head);
    }

    /** In one statement, so that an append in between is seen wholly or not at all. */
    @Override
    public void requireWhole() {
        boolean whole = call("look at the end of the log", connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                            select exists (
                                select from (select h.position, h.event_id from log.head h order by h.position desc limit 1) known
                                left join (select e.position, e.event_id from log.event e order by e.position desc limit 1) found
                                    on true
                                where known.position = coalesce(found.position, -1)
                                and known.event_id is not distinct from found.event_id)""");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        });
        if (!whole) {
            throw new LogCutShortException(NOT_ITS_END, null);
        }
    }

    @Override
    public boolean takesAppends() {
        return appender.takesAppends();
    }

    @Override
    public Appended append(List<NewEvent> events) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to append");
        }
        return appender.append(events);
    }

    @Override
    public Slice read(long from, int span, Set<String> types) {
        long start = Math.max(0, from);
        long end = Math.addExact(start, span);
        return types.isEmpty() ? readAll(start, end) : readSome(start, end, types);
    }

    /** Positions have no gaps, so the last event found says how far the log reaches. */
    private Slice readAll(long start, long end) {
        List<StoredEvent> events = call("read the log", connection -> {
            List<StoredEvent> some = allOrFirst(connection, start, end);
            return some.size() == 1 && end - start > 1 ? untilFull(connection, start, end) : some;
        });
        return new Slice(events, start + events.size());
    }

    private static List<StoredEvent> allOrFirst(Connection connection, long start, long end) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ALL_OR_FIRST)) {
            select.setLong(1, start);
            select.setLong(2, end);
            select.setLong(3, start);
            select.setLong(4, start);
            select.setLong(5, end);
            select.setLong(6, Slice.FULL_BYTES);
            return events(select);
        }
    }

    /** The events before which there are fewer bytes than fill a slice. */
    private static String untilFull(String events) {
        return "select " + COLUMNS + " from (select " + COLUMNS + ", sum(" + BYTES
                + ") over (order by position rows unbounded preceding) as with_it" + events
                + ") sized where with_it - (" + BYTES + ") < ? order by position";
    }

    private static List<StoredEvent> untilFull(Connection connection, long start, long end) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ALL_UNTIL_FULL)) {
            select.setLong(1, start);
            select.setLong(2, end);
            select.setLong(3, Slice.FULL_BYTES);
            return events(select);
        }
    }

    private Slice readSome(long start, long end, Set<String> types) {
        return call("read the log", connection -> {
            long next = Math.min(head(connection) + 1, end);
            if (next <= start) {
                return new Slice(List.of(), start);
            }
            try (PreparedStatement select = connection.prepareStatement(SOME_UNTIL_FULL)) {
                select.setLong(1, start);
                select.setLong(2, next);
                select.setArray(3, connection.createArrayOf("text", types.toArray()));
                select.setLong(4, Slice.FULL_BYTES);
                return upTo(next, events(select));
            }
        });
    }

    /** What comes after the last event of a full slice was not looked at. */
    private static Slice upTo(long next, List<StoredEvent> events) {
        Slice slice = new Slice(events, next);
        return slice.isFull() ? new Slice(events, events.getLast().position() + 1) : slice;
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

    /** Keeps the state of an aggregate in place of an earlier one, unless a later one is there already. */
    void storeSnapshot(NewEvent snapshot) {
        this.<@Nullable Void>call("store a snapshot", connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("""
                    insert into log.snapshot
                        (stream, sequence, event_id, type, revision, recorded_at, payload, metadata)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (stream) do update set
                        sequence = excluded.sequence, event_id = excluded.event_id, type = excluded.type,
                        revision = excluded.revision, recorded_at = excluded.recorded_at,
                        payload = excluded.payload, metadata = excluded.metadata
                    where snapshot.sequence < excluded.sequence""")) {
                upsert.setString(1, snapshot.stream().toString());
                upsert.setLong(2, snapshot.sequence());
                upsert.setObject(3, snapshot.eventId());
                upsert.setString(4, snapshot.type());
                upsert.setString(5, snapshot.revision());
                upsert.setLong(6, snapshot.recordedAt().toEpochMilli());
                upsert.setBytes(7, snapshot.payload());
                upsert.setBytes(8, snapshot.metadata());
                upsert.executeUpdate();
                return null;
            }
        });
    }

    /** The latest state kept of an aggregate; its position is not known. */
    Optional<StoredEvent> readSnapshot(String stream) {
        return call("read the snapshot of " + stream, connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select -1::bigint, stream, sequence, event_id, type, revision, recorded_at, payload, metadata
                    from log.snapshot where stream = ?""")) {
                select.setString(1, stream);
                return events(select).stream().findFirst();
            }
        });
    }

    @Override
    public long lastSequence(StreamId stream) {
        return call("read stream " + stream, connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select coalesce(max(sequence), -1) from log.event where stream = ?")) {
                select.setString(1, stream.toString());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
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

    private static long head(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select coalesce(max(position), -1) from log.event");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
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

    /** Runs a read; again if its connection turns out to have died in the pool, perhaps together with others. */
    private <T extends @Nullable Object> T call(String purpose, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return with(work);
            } catch (SQLException e) {
                boolean noneToBeHad = e instanceof SQLTransientConnectionException;
                if (noneToBeHad || attempt == MOST_ATTEMPTS || !ConnectionLoss.is(e)) {
                    throw new EventLogUnavailableException("could not " + purpose, e);
                }
            }
        }
    }

    private <T extends @Nullable Object> T with(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return work.with(connection);
        }
    }

    private interface Work<T extends @Nullable Object> {
        T with(Connection connection) throws SQLException;
    }
}
