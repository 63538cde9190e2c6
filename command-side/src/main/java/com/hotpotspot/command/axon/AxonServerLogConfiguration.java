package com.hotpotspot.command.axon;

import com.hotpotspot.eventlog.AxonServerEventLog;
import com.hotpotspot.eventlog.AxonServerLogStore;
import com.hotpotspot.eventlog.AxonServerSignals;
import com.hotpotspot.eventlog.Engine;
import java.time.Clock;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The log in an Axon Server, to which Axon's own auto-configuration brings the connection. */
@Configuration(proxyBeanMethods = false)
@Profile(Engine.AXON_SERVER)
class AxonServerLogConfiguration {

    @Bean
    AxonServerEventLog eventLog(AxonServerConnectionManager connections, AxonServerConfiguration configuration) {
        return new AxonServerEventLog(connections, configuration);
    }

    @Bean
    AxonServerSignals logSignals(AxonServerConnectionManager connections, AxonServerConfiguration configuration) {
        return new AxonServerSignals(connections, configuration);
    }

    @Bean
    AxonServerLogStore eventStore(
            AxonServerEventLog log,
            AxonServerConnectionManager connections,
            AxonServerConfiguration configuration,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            Serializer snapshotSerializer,
            ObjectProvider<EventUpcasterChain> upcasters,
            Clock clock) {
        return AxonServerLogStore.create(
                log,
                connections,
                configuration,
                eventSerializer,
                snapshotSerializer,
                upcasters.getIfAvailable(EventUpcasterChain::new));
    }
}
