package com.hotpotspot.eventlog;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * Axon's event store, woken by the database instead of by its own polling: an append by any process reaches the readers
 * of this one within milliseconds.
 */
public final class NotifiedEventStore extends EmbeddedEventStore {

    private static final int FALLBACK_POLL_MILLIS = 1_000;

    private NotifiedEventStore(Builder builder) {
        super(builder);
    }

    /** An event store whose readers wake whenever {@code notifications} hears of an append. */
    public static NotifiedEventStore create(EventStorageEngine engine, Notifications notifications) {
        NotifiedEventStore store =
                new NotifiedEventStore(builder().storageEngine(engine).fetchDelay(FALLBACK_POLL_MILLIS));
        notifications.subscribe(PostgresEventLog.CHANNEL, head -> store.afterCommit(List.of()));
        return store;
    }
}
