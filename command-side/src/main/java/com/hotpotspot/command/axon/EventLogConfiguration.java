package com.hotpotspot.command.axon;

import com.hotpotspot.eventlog.Notifications;
import com.hotpotspot.eventlog.NotifiedEventStore;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.PostgresEventStorageEngine;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.events.json.EventSerializer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;

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
    MigratedDatabase migratedDatabase(MigrationProperties migration, DataSourceProperties dataSource) {
        if (migration.enabled()) {
            SchemaModule.LOG.migrate(new DriverManagerDataSource(
                    dataSource.determineUrl(),
                    migration.username(),
                    migration.password() == null ? "" : migration.password()));
        }
        return new MigratedDatabase();
    }

    @Bean
    PostgresEventLog eventLog(DataSource dataSource, MigratedDatabase migrated) {
        return new PostgresEventLog(dataSource);
    }

    @Bean
    Notifications notifications(DataSource dataSource, MigratedDatabase migrated) {
        return new Notifications(dataSource, List.of(PostgresEventLog.CHANNEL));
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer() {
        return EventSerializer.create();
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            PostgresEventLog log,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            Serializer snapshotSerializer) {
        return new PostgresEventStorageEngine(log, eventSerializer, snapshotSerializer);
    }

    @Bean
    NotifiedEventStore eventStore(EventStorageEngine engine, Notifications notifications, Clock clock) {
        return NotifiedEventStore.create(engine, notifications);
    }

    /** For processors. The command bus has none, since the log owns the transaction of an append. */
    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }

    /** Says that the schemas are there; whatever needs them asks for it. */
    record MigratedDatabase() {}
}
