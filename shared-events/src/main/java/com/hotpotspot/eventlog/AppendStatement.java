package com.hotpotspot.eventlog;

import com.hotpotspot.events.StreamId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A batch of commands' events as the arguments of the database's {@code log.append}, one round trip for all of it. */
final class AppendStatement {

    private static final String SQL = "select * from log.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final List<List<NewEvent>> commands;
    private final List<Claim> claims = new ArrayList<>();
    private final Integer[] command;
    private final NewEvent[] events;

    private AppendStatement(List<List<NewEvent>> commands) {
        this.commands = commands;
        int size = commands.stream().mapToInt(List::size).sum();
        this.command = new Integer[size];
        this.events = new NewEvent[size];
        int next = 0;
        for (int i = 0; i < commands.size(); i++) {
            Map<StreamId, NewEvent> firsts = new HashMap<>();
            for (NewEvent event : commands.get(i)) {
                command[next] = i;
                events[next++] = event;
                if (firsts.putIfAbsent(event.stream(), event) == null) {
                    claims.add(new Claim(i, event));
                }
            }
        }
    }

    static AppendStatement of(List<List<NewEvent>> commands) {
        return new AppendStatement(commands);
    }

    /** Runs in a transaction of its own and answers one outcome a command, in order. */
    List<Outcome> execute(Connection connection) throws SQLException {
        try (PreparedStatement append = connection.prepareStatement(SQL)) {
            bind(connection, append);
            try (ResultSet row = append.executeQuery()) {
                row.next();
                return outcomes(row.getLong(1), taken(row));
            }
        }
    }

    private void bind(Connection connection, PreparedStatement append) throws SQLException {
        int claimed = claims.size();
        Integer[] claimCommand = new Integer[claimed];
        String[] claimStream = new String[claimed];
        Long[] claimSequence = new Long[claimed];
        UUID[] claimEventId = new UUID[claimed];
        for (int i = 0; i < claimed; i++) {
            Claim claim = claims.get(i);
            claimCommand[i] = claim.command();
            claimStream[i] = claim.event().stream().toString();
            claimSequence[i] = claim.event().sequence();
            claimEventId[i] = claim.event().eventId();
        }
        int size = events.length;
        String[] stream = new String[size];
        Long[] sequence = new Long[size];
        UUID[] eventId = new UUID[size];
        String[] type = new String[size];
        String[] revision = new String[size];
        Long[] recordedAt = new Long[size];
        byte[][] payload = new byte[size][];
        byte[][] metadata = new byte[size][];
        for (int i = 0; i < size; i++) {
            NewEvent event = events[i];
            stream[i] = event.stream().toString();
            sequence[i] = event.sequence();
            eventId[i] = event.eventId();
            type[i] = event.type();
            revision[i] = event.revision();
            recordedAt[i] = event.recordedAt().toEpochMilli();
            payload[i] = event.payload();
            metadata[i] = event.metadata();
        }
        append.setArray(1, connection.createArrayOf("int4", claimCommand));
        append.setArray(2, connection.createArrayOf("text", claimStream));
        append.setArray(3, connection.createArrayOf("int8", claimSequence));
        append.setArray(4, connection.createArrayOf("uuid", claimEventId));
        append.setArray(5, connection.createArrayOf("int4", command));
        append.setArray(6, connection.createArrayOf("text", stream));
        append.setArray(7, connection.createArrayOf("int8", sequence));
        append.setArray(8, connection.createArrayOf("uuid", eventId));
        append.setArray(9, connection.createArrayOf("text", type));
        append.setArray(10, connection.createArrayOf("text", revision));
        append.setArray(11, connection.createArrayOf("int8", recordedAt));
        append.setArray(12, connection.createArrayOf("bytea", payload));
        append.setArray(13, connection.createArrayOf("bytea", metadata));
    }

    private static Map<Integer, TakenBy> taken(ResultSet row) throws SQLException {
        Array commands = row.getArray(2);
        if (commands == null) {
            return Map.of();
        }
        Integer[] command = (Integer[]) commands.getArray();
        Long[] position = (Long[]) row.getArray(3).getArray();
        Boolean[] byItself = (Boolean[]) row.getArray(4).getArray();
        Map<Integer, TakenBy> taken = new HashMap<>();
        for (int i = 0; i < command.length; i++) {
            taken.merge(command[i], new TakenBy(position[i], byItself[i]), TakenBy::and);
        }
        return taken;
    }

    private List<Outcome> outcomes(long head, Map<Integer, TakenBy> taken) {
        List<Outcome> outcomes = new ArrayList<>(commands.size());
        long next = head + 1;
        for (int i = 0; i < commands.size(); i++) {
            List<NewEvent> ofCommand = commands.get(i);
            TakenBy by = taken.get(i);
            if (by == null) {
                outcomes.add(new Recorded(new Appended(next, next + ofCommand.size() - 1)));
                next += ofCommand.size();
            } else if (by.itself()) {
                outcomes.add(new Recorded(new Appended(by.position(), by.position() + ofCommand.size() - 1)));
            } else {
                outcomes.add(new Taken(ofCommand.getFirst()));
            }
        }
        return outcomes;
    }

    /** What became of one command. */
    sealed interface Outcome {}

    record Recorded(Appended appended) implements Outcome {}

    record Taken(NewEvent event) implements Outcome {}

    /** The first event that a command wants to put into a stream. */
    private record Claim(int command, NewEvent event) {}

    /** What is in a claimed place: an earlier delivery of the same command, or somebody else's event. */
    private record TakenBy(long position, boolean itself) {

        TakenBy and(TakenBy other) {
            return new TakenBy(Math.min(position, other.position), itself && other.itself);
        }
    }
}
