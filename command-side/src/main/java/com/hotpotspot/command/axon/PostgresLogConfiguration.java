package com.hotpotspot.command.axon;

import com.hotpotspot.command.axon.MigrationConfiguration.MigratedDatabase;
import com.hotpotspot.eventlog.Engine;
import com.hotpotspot.eventlog.LogSignals;
import com.hotpotspot.eventlog.Notifications;
import com.hotpotspot.eventlog.NotifiedEventStore;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.PostgresEventStorageEngine;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The log on PostgreSQL. */
@Configuration(proxyBeanMethods = false)
@Profile(Engine.POSTGRES)
class PostgresLogConfiguration {

    @Bean
    PostgresEventLog eventLog(DataSource dataSource, MigratedDatabase migrated) {
        return new PostgresEventLog(dataSource);
    }

    @Bean
    Notifications notifications(DataSource dataSource, MigratedDatabase migrated) {
        return new Notifications(dataSource, List.of(PostgresEventLog.CHANNEL));
    }

    @Bean
    LogSignals logSignals(Notifications notifications) {
        return notifications.appends();
    }

    @Bean
    PostgresEventStorageEngine eventStorageEngine(
            PostgresEventLog log,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            Serializer snapshotSerializer) {
        return new PostgresEventStorageEngine(log, eventSerializer, snapshotSerializer);
    }

    @Bean
    NotifiedEventStore eventStore(PostgresEventStorageEngine engine, Notifications notifications, Clock clock) {
        return NotifiedEventStore.create(engine, notifications);
    }
}
