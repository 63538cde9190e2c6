package com.hotpotspot.eventlog;

import com.hotpotspot.events.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Axon's door to the {@link PostgresEventLog}. The aggregate's type is the stream's kind, so it is not stored again; a
 * token is a position.
 *
 * <p>Where an append landed is left in the unit of work under {@link #APPENDED}.
 */
public final class PostgresEventStorageEngine extends BatchingEventStorageEngine {

    /** Key of the {@link Appended} that a unit of work's append left among its resources. */
    public static final String APPENDED = Appended.class.getName();

    private static final int READ_BATCH = 1_000;

    private final PostgresEventLog log;

    /**
     * @param snapshotSerializer for the state of aggregates, which is nobody's language and may change with the code
     */
    public PostgresEventStorageEngine(PostgresEventLog log, Serializer eventSerializer, Serializer snapshotSerializer) {
        super(new Builder(eventSerializer, snapshotSerializer));
        this.log = log;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        List<? extends EventMessage<?>> keyed = KeyedAppend.of(events);
        if (keyed.isEmpty()) {
            return;
        }
        try {
            Appended appended = log.append(NewEvent.of(keyed, serializer));
            CurrentUnitOfWork.ifStarted(
                    unitOfWork -> unitOfWork.root().resources().put(APPENDED, appended));
        } catch (SequenceTakenException e) {
            throw new ConcurrencyException("Another command was faster: " + e.getMessage(), e);
        }
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return log.read(positionOf(lastToken) + 1, batchSize, Set.of()).events().stream()
                .map(StoredDomainEvent::new)
                .toList();
    }

    /**
     * A slice of the log as messages.
     *
     * @param appends how many appends were known of before
     */
    RecentEvents.Part read(long from, long appends) {
        Slice slice = log.read(from, READ_BATCH, Set.of());
        List<TrackedEventMessage<?>> messages = EventUtils.upcastAndDeserializeTrackedEvents(
                        slice.events().stream().map(StoredDomainEvent::new),
                        getEventSerializer(),
                        NoOpEventUpcaster.INSTANCE)
                .toList();
        boolean toHead = messages.size() < READ_BATCH && !slice.isFull();
        int bytes = Math.toIntExact(slice.bytes());
        return new RecentEvents.Part(messages, slice.next(), bytes, toHead, appends);
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return log.readStream(StreamId.parse(aggregateIdentifier), firstSequenceNumber, batchSize).stream()
                .map(StoredDomainEvent::new)
                .toList();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        long last = log.lastSequence(StreamId.parse(aggregateIdentifier));
        return last == EventLog.EMPTY ? Optional.empty() : Optional.of(last);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return tokenAt(log.head());
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant dateTime) {
        Long first = log.firstPositionAt(dateTime);
        return first == null ? createHeadToken() : tokenAt(first - 1);
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        log.storeSnapshot(NewEvent.of(snapshot, serializer));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return log.readSnapshot(aggregateIdentifier).map(StoredDomainEvent::new).stream();
    }

    static long positionOf(@Nullable TrackingToken token) {
        return token == null ? EventLog.EMPTY : ((GlobalSequenceTrackingToken) token).getGlobalIndex();
    }

    private static @Nullable TrackingToken tokenAt(long position) {
        return position == EventLog.EMPTY ? null : new GlobalSequenceTrackingToken(position);
    }

    private static final class Builder extends BatchingEventStorageEngine.Builder {

        private Builder(Serializer eventSerializer, Serializer snapshotSerializer) {
            eventSerializer(eventSerializer);
            snapshotSerializer(snapshotSerializer);
            batchSize(READ_BATCH);
        }
    }
}
