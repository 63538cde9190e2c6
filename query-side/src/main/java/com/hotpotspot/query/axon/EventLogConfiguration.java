package com.hotpotspot.query.axon;

import com.hotpotspot.eventlog.EventSerializer;
import com.hotpotspot.eventlog.Notifications;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.query.projection.ProjectionSettings;
import com.hotpotspot.query.projection.Projections;
import com.hotpotspot.query.projection.TokenTable;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Axon for reading, declared by hand: what it needs whatever the engine of the log, and a token store in the
 * projections' own transactions.
 */
@Configuration(proxyBeanMethods = false)
class EventLogConfiguration {

    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    /** Of the log nobody speaks here while it is in an Axon Server; of projections always. */
    @Bean
    Notifications notifications(DataSource dataSource, MigratedSchemas migrated) {
        return new Notifications(dataSource, List.of(PostgresEventLog.CHANNEL, Projections.CHANNEL));
    }

    @Bean
    Serializer eventSerializer() {
        return EventSerializer.create();
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }

    /** Writes over the connection of the transaction that it finds, so that token and rows are one commit. */
    @Bean
    JdbcTokenStore tokenStore(DataSource dataSource, ProjectionSettings settings, MigratedSchemas migrated) {
        return JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .serializer(Jackson3Serializer.builder().build())
                .contentType(String.class)
                .schema(TokenTable.AXON_SCHEMA)
                .nodeId(settings.nodeId())
                .build();
    }
}
