package com.hotpotspot.query.axon;

import com.hotpotspot.eventlog.Engine;
import com.hotpotspot.eventlog.LogSignals;
import com.hotpotspot.eventlog.Notifications;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.SchemaModule;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The log on PostgreSQL. */
@Configuration(proxyBeanMethods = false)
@Profile(Engine.POSTGRES)
class PostgresLogConfiguration {

    @Bean
    SchemaModule logSchema() {
        return SchemaModule.LOG;
    }

    @Bean
    PostgresEventLog eventLog(DataSource dataSource, MigratedSchemas migrated) {
        return new PostgresEventLog(dataSource);
    }

    @Bean
    LogSignals logSignals(Notifications notifications) {
        return notifications.appends();
    }
}
