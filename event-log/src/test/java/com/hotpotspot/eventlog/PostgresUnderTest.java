package com.hotpotspot.eventlog;

import com.hotpotspot.eventlog.testing.TestDatabase;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** The log on PostgreSQL, in a database of its own. */
final class PostgresUnderTest implements LogUnderTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final PostgresEventLog log = new PostgresEventLog(database.as("hps_command"));
    private final PostgresEventLog other = new PostgresEventLog(database.as("hps_command"));
    private final Notifications notifications =
            new Notifications(database.as("hps_command"), List.of(PostgresEventLog.CHANNEL));
    private final NotifiedEventStore store = NotifiedEventStore.create(
            new PostgresEventStorageEngine(
                    log, EventSerializer.create(), Jackson3Serializer.builder().build()),
            notifications);

    @Override
    public EventLog log() {
        return log;
    }

    @Override
    public EventLog logOfAnotherProcess() {
        return other;
    }

    @Override
    public EventStore store() {
        return store;
    }

    @Override
    public LogSignals signals() {
        return notifications.appends();
    }

    @Override
    public void close() {
        notifications.close();
        log.close();
        other.close();
        database.close();
    }
}
