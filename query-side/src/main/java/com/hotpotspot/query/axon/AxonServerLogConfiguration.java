package com.hotpotspot.query.axon;

import com.hotpotspot.eventlog.AxonServerEventLog;
import com.hotpotspot.eventlog.AxonServerSignals;
import com.hotpotspot.eventlog.Engine;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The log in an Axon Server. Projections and their tokens stay in PostgreSQL. */
@Configuration(proxyBeanMethods = false)
@Profile(Engine.AXON_SERVER)
class AxonServerLogConfiguration {

    /** What the properties {@code axon.axonserver} say, and names that tell this side from the other in one process. */
    @Bean
    AxonServerConfiguration axonServerConfiguration(@Value("${spring.application.name}") String name) {
        AxonServerConfiguration configuration = new AxonServerConfiguration();
        configuration.setComponentName(name);
        configuration.setClientId(name + "-" + configuration.getClientId());
        return configuration;
    }

    /** Connects when somebody first needs the log, so that a missing server stops nobody from starting. */
    @Bean(destroyMethod = "shutdown")
    AxonServerConnectionManager axonServerConnections(AxonServerConfiguration configuration) {
        return AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .build();
    }

    @Bean
    AxonServerEventLog eventLog(AxonServerConnectionManager connections, AxonServerConfiguration configuration) {
        return new AxonServerEventLog(connections, configuration);
    }

    @Bean
    AxonServerSignals logSignals(AxonServerConnectionManager connections, AxonServerConfiguration configuration) {
        return new AxonServerSignals(connections, configuration);
    }
}
