package com.hotpotspot.query.axon;

import com.hotpotspot.eventlog.Notifications;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.query.projection.Projections;
import com.hotpotspot.query.projection.VersionTables;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What reading the log needs, whatever its engine. */
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
    VersionTables versionTables(MigratedSchemas migrated) {
        return migrated.tables();
    }
}
