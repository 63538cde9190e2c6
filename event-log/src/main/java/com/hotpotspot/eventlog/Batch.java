package com.hotpotspot.eventlog;

import com.hotpotspot.events.StreamId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The events of several commands, recorded in one transaction: if it is looked first whose places in their streams are
 * taken, without those commands that came too late, and otherwise all or none.
 */
final class Batch {

    private static final String CLAIM = "select * from log.claim(?, ?, ?, ?)";
    private static final String APPEND = "select * from log.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    /** Up to so many events the two round trips that are saved are worth more than the work. */
    private static final int FEW = 96;

    private final List<List<NewEvent>> commands;
    private final int size;
    private final List<Claim> claims = new ArrayList<>();

    /** @param commands of which no two add to the same stream */
    Batch(List<List<NewEvent>> commands) {
        this.commands = commands;
        this.size = commands.stream().mapToInt(List::size).sum();
        for (int i = 0; i < commands.size(); i++) {
            claim(i, commands.get(i));
        }
    }

    private void claim(int command, List<NewEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            StreamId stream = events.get(i).stream();
            if (events.subList(0, i).stream()
                    .noneMatch(earlier -> earlier.stream().equals(stream))) {
                claims.add(new Claim(command, events.get(i)));
            }
        }
    }

    /**
     * Records what it can in a transaction of its own and answers one outcome a command, in order. After a failure it
     * is safe to record the same batch again, whether the first attempt was committed or not.
     *
     * @param care whether to look first whose places are taken; without, a place that is taken fails the batch
     */
    List<Outcome> record(Connection connection, boolean care) throws SQLException {
        List<Claim> looked = care ? claims : List.of();
        return size <= FEW ? recordByCall(connection, looked) : recordByCopy(connection, looked);
    }

    /** One round trip, in which everything travels as arrays. */
    private List<Outcome> recordByCall(Connection connection, List<Claim> looked) throws SQLException {
        connection.setAutoCommit(true);
        try (PreparedStatement append = connection.prepareStatement(APPEND)) {
            bindClaims(connection, append, looked);
            bindEvents(connection, append);
            return outcomes(execute(append));
        }
    }

    /** Three round trips, and half the work for the database. */
    private List<Outcome> recordByCopy(Connection connection, List<Claim> looked) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            bindClaims(connection, claim, looked);
            List<Outcome> outcomes = outcomes(execute(claim));
            copy(outcomes).into(connection);
            connection.commit();
            return outcomes;
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private EventCopy copy(List<Outcome> outcomes) {
        EventCopy copy = new EventCopy();
        for (int i = 0; i < commands.size(); i++) {
            if (outcomes.get(i) instanceof Recorded(Appended place, boolean before) && !before) {
                long position = place.first();
                for (NewEvent event : commands.get(i)) {
                    copy.add(position++, event);
                }
            }
        }
        return copy;
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static Claimed execute(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return new Claimed(row.getLong(1), taken(row));
        }
    }

    private List<Outcome> outcomes(Claimed claimed) {
        List<Outcome> outcomes = new ArrayList<>(commands.size());
        long next = claimed.head() + 1;
        for (int i = 0; i < commands.size(); i++) {
            List<NewEvent> events = commands.get(i);
            TakenBy by = claimed.taken().get(i);
            if (by == null) {
                outcomes.add(new Recorded(new Appended(next, next + events.size() - 1), false));
                next += events.size();
            } else if (by.itself()) {
                outcomes.add(new Recorded(new Appended(by.position(), by.position() + events.size() - 1), true));
            } else {
                outcomes.add(new Taken(events.getFirst()));
            }
        }
        return outcomes;
    }

    private static void bindClaims(Connection connection, PreparedStatement statement, List<Claim> claims)
            throws SQLException {
        int claimed = claims.size();
        Integer[] command = new Integer[claimed];
        String[] stream = new String[claimed];
        Long[] sequence = new Long[claimed];
        UUID[] eventId = new UUID[claimed];
        for (int i = 0; i < claimed; i++) {
            Claim claim = claims.get(i);
            command[i] = claim.command();
            stream[i] = claim.event().stream().toString();
            sequence[i] = claim.event().sequence();
            eventId[i] = claim.event().eventId();
        }
        statement.setArray(1, connection.createArrayOf("int4", command));
        statement.setArray(2, connection.createArrayOf("text", stream));
        statement.setArray(3, connection.createArrayOf("int8", sequence));
        statement.setArray(4, connection.createArrayOf("uuid", eventId));
    }

    private void bindEvents(Connection connection, PreparedStatement statement) throws SQLException {
        Integer[] command = new Integer[size];
        String[] stream = new String[size];
        Long[] sequence = new Long[size];
        UUID[] eventId = new UUID[size];
        String[] type = new String[size];
        String[] revision = new String[size];
        Long[] recordedAt = new Long[size];
        byte[][] payload = new byte[size][];
        byte[][] metadata = new byte[size][];
        int next = 0;
        for (int i = 0; i < commands.size(); i++) {
            for (NewEvent event : commands.get(i)) {
                command[next] = i;
                stream[next] = event.stream().toString();
                sequence[next] = event.sequence();
                eventId[next] = event.eventId();
                type[next] = event.type();
                revision[next] = event.revision();
                recordedAt[next] = event.recordedAt().toEpochMilli();
                payload[next] = event.payload();
                metadata[next] = event.metadata();
                next++;
            }
        }
        statement.setArray(5, connection.createArrayOf("int4", command));
        statement.setArray(6, connection.createArrayOf("text", stream));
        statement.setArray(7, connection.createArrayOf("int8", sequence));
        statement.setArray(8, connection.createArrayOf("uuid", eventId));
        statement.setArray(9, connection.createArrayOf("text", type));
        statement.setArray(10, connection.createArrayOf("text", revision));
        statement.setArray(11, connection.createArrayOf("int8", recordedAt));
        statement.setArray(12, connection.createArrayOf("bytea", payload));
        statement.setArray(13, connection.createArrayOf("bytea", metadata));
    }

    private static Map<Integer, TakenBy> taken(ResultSet row) throws SQLException {
        if (row.getArray(2) == null) {
            return Map.of();
        }
        Integer[] command = (Integer[]) row.getArray(2).getArray();
        Long[] position = (Long[]) row.getArray(3).getArray();
        Boolean[] byItself = (Boolean[]) row.getArray(4).getArray();
        Map<Integer, TakenBy> taken = new HashMap<>();
        for (int i = 0; i < command.length; i++) {
            taken.merge(command[i], new TakenBy(position[i], byItself[i]), TakenBy::and);
        }
        return taken;
    }

    /** What became of one command. */
    sealed interface Outcome {}

    /** @param before whether an earlier delivery of the same command did it */
    record Recorded(Appended appended, boolean before) implements Outcome {}

    record Taken(NewEvent event) implements Outcome {}

    /** The first event that a command wants to put into a stream. */
    private record Claim(int command, NewEvent event) {}

    /** The position of the log's last event, and the commands that came too late. */
    private record Claimed(long head, Map<Integer, TakenBy> taken) {}

    /** What is in a claimed place: an earlier delivery of the same command, or somebody else's event. */
    private record TakenBy(long position, boolean itself) {

        TakenBy and(TakenBy other) {
            return new TakenBy(Math.min(position, other.position), itself && other.itself);
        }
    }
}
