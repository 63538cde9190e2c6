package com.hotpotspot.command.axon;

import com.hotpotspot.eventlog.EventSerializer;
import java.time.Clock;
import java.time.ZoneOffset;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** What the log needs whatever its engine. */
@Configuration(proxyBeanMethods = false)
class EventLogConfiguration {

    /** One clock for everybody, in milliseconds as the log keeps time. Axon stamps its events by it. */
    @Bean
    Clock clock() {
        Clock clock = Clock.tickMillis(ZoneOffset.UTC);
        GenericEventMessage.clock = clock;
        return clock;
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer() {
        return EventSerializer.create();
    }

    /** For processors. The command bus has none, since the log owns the transaction of an append. */
    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }
}
