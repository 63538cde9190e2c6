package com.hotpotspot.eventlog;

import java.util.List;
import java.util.function.Consumer;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConfiguration.FlowControlConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Axon's event store on an Axon Server. It reads as Axon's own does and appends through the {@link AxonServerEventLog},
 * at the same moment of a command and with the same errors as the engine on PostgreSQL.
 */
public final class AxonServerLogStore extends AxonServerEventStore {

    /** Key under which a unit of work's append left {@code true} among its resources; its position is not known. */
    public static final String RECORDED = AxonServerLogStore.class.getName() + ".recorded";

    private static final Logger LOG = LoggerFactory.getLogger(AxonServerLogStore.class);

    private final AxonServerEventLog log;
    private final Serializer eventSerializer;

    private AxonServerLogStore(Builder builder, AxonServerEventLog log, Serializer eventSerializer) {
        super(builder);
        this.log = log;
        this.eventSerializer = eventSerializer;
    }

    /**
     * @param snapshotSerializer for the state of aggregates, which is nobody's language and may change with the code
     */
    public static AxonServerLogStore create(
            AxonServerEventLog log,
            AxonServerConnectionManager connections,
            AxonServerConfiguration configuration,
            Serializer eventSerializer,
            Serializer snapshotSerializer,
            EventUpcaster upcasters) {
        // A server that leaves out the types that a reader ignores would leave it in the dark about how far it has
        // come:
        // its position would stay behind the head for as long as nothing else is recorded.
        configuration.setEventBlockListingEnabled(false);
        // Its default of thousands may be more than fits into memory, since it counts events and not bytes.
        configuration.setEventFlowControl(new FlowControlConfiguration(
                AxonServerEventLog.EVENTS_AHEAD, AxonServerEventLog.REFILL, AxonServerEventLog.REFILL));
        Builder builder = builder()
                .platformConnectionManager(connections)
                .configuration(configuration)
                .eventSerializer(eventSerializer)
                .snapshotSerializer(snapshotSerializer)
                .snapshotFilter(SnapshotFilter.allowAll())
                .upcasterChain(upcasters);
        // Only the builder can make the storage engine, and only while it builds; it keeps it for the store after that.
        AxonServerEventStore itsOwn = builder.build();
        LOG.debug("Appending through the log in place of {}", itsOwn);
        return new AxonServerLogStore(builder, log, eventSerializer);
    }

    /** @throws ConcurrencyException if another command was faster in one of the streams */
    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        List<? extends EventMessage<?>> keyed = KeyedAppend.of(events);
        if (keyed.isEmpty()) {
            return;
        }
        try {
            log.record(NewEvent.of(keyed, eventSerializer));
            CurrentUnitOfWork.ifStarted(
                    unitOfWork -> unitOfWork.root().resources().put(RECORDED, true));
        } catch (SequenceTakenException e) {
            throw new ConcurrencyException("Another command was faster: " + e.getMessage(), e);
        }
    }

    /** Axon Server answers the snapshot that came last; a late one must not hide one that knows more. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        if (log.lastSnapshot(snapshot.getAggregateIdentifier()) < snapshot.getSequenceNumber()) {
            super.storeSnapshot(snapshot);
        }
    }

    /** There is nothing to subscribe to here: whoever wants to see events reads the log. */
    @Override
    public Registration subscribe(Consumer<List<? extends EventMessage<?>>> messageProcessor) {
        throw new UnsupportedOperationException("events are read from the log, not from the process that writes them");
    }
}
