package com.hotpotspot.eventlog;

import com.hotpotspot.eventlog.testing.AxonServer;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** The log in the Axon Server that the environment names. It cannot be emptied, so what it holds is only added to. */
final class AxonServerUnderTest implements LogUnderTest {

    private final AxonServerConfiguration configuration = AxonServer.orSkip();
    private final AxonServerConnectionManager connections = connect(configuration);
    private final AxonServerConnectionManager otherConnections = connect(configuration);
    private final AxonServerEventLog log = new AxonServerEventLog(connections, configuration);
    private final AxonServerSignals signals = new AxonServerSignals(connections, configuration);
    private final AxonServerLogStore store = AxonServerLogStore.create(
            log,
            connections,
            configuration,
            EventSerializer.create(),
            Jackson3Serializer.builder().build(),
            NoOpEventUpcaster.INSTANCE);

    private static AxonServerConnectionManager connect(AxonServerConfiguration configuration) {
        return AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .build();
    }

    @Override
    public EventLog log() {
        return log;
    }

    @Override
    public EventLog logOfAnotherProcess() {
        return new AxonServerEventLog(otherConnections, configuration);
    }

    @Override
    public EventStore store() {
        return store;
    }

    @Override
    public LogSignals signals() {
        return signals;
    }

    @Override
    public void close() {
        signals.close();
        connections.shutdown();
        otherConnections.shutdown();
    }
}
