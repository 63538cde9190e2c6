package com.hotpotspot.eventlog;

import com.hotpotspot.eventlog.RecentEvents.Part;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store, woken by the database instead of by polling: an append by any process reaches the readers of this
 * one within milliseconds. Axon's own keeps the last ten thousand events for its readers, of whatever size; here they
 * share a few megabytes.
 */
public final class NotifiedEventStore extends AbstractEventStore {

    private final PostgresEventStorageEngine engine;
    private final Appends appends = new Appends();
    private final RecentEvents recent = new RecentEvents(this::read);

    private NotifiedEventStore(Builder builder, PostgresEventStorageEngine engine) {
        super(builder);
        this.engine = engine;
    }

    /** An event store whose readers wake whenever {@code notifications} hears of an append. */
    public static NotifiedEventStore create(PostgresEventStorageEngine engine, Notifications notifications) {
        NotifiedEventStore store = new NotifiedEventStore(new Builder(engine), engine);
        notifications.subscribe(PostgresEventLog.CHANNEL, head -> store.appends.another());
        return store;
    }

    private Part read(long from) {
        return engine.read(from, appends.heardOf());
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new LogStream(recent, appends, PostgresEventStorageEngine.positionOf(token) + 1);
    }

    /** What this process appends needs no way through the database to be heard of. */
    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        appends.another();
    }

    private static final class Builder extends AbstractEventStore.Builder {

        private Builder(PostgresEventStorageEngine engine) {
            storageEngine(engine);
        }
    }
}
