package com.hotpotspot.command.axon;

import com.hotpotspot.eventlog.Engine;
import com.hotpotspot.eventlog.SchemaModule;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Brings the schemas that this side owns up to date, before anything else touches the database. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

    private static final SchemaModule COMMAND = new SchemaModule("command", "classpath:db/command");
    private static final SchemaModule ISSUER = new SchemaModule("issuer", "classpath:db/issuer");

    @Bean
    MigratedDatabase migratedDatabase(
            MigrationProperties migration, DataSourceProperties dataSource, Environment environment) {
        if (migration.enabled()) {
            DriverManagerDataSource owner = new DriverManagerDataSource(
                    dataSource.determineUrl(),
                    migration.username(),
                    migration.password() == null ? "" : migration.password());
            schemas(environment).forEach(schema -> schema.migrate(owner));
        }
        return new MigratedDatabase();
    }

    /** With Axon Server the log is elsewhere; the rest is in PostgreSQL all the same. */
    private static List<SchemaModule> schemas(Environment environment) {
        List<SchemaModule> schemas = new ArrayList<>();
        if (environment.acceptsProfiles(Profiles.of(Engine.POSTGRES))) {
            schemas.add(SchemaModule.LOG);
        }
        schemas.add(COMMAND);
        schemas.add(ISSUER);
        return schemas;
    }

    /** Says that the schemas are there; whatever needs them asks for it. */
    record MigratedDatabase() {}
}
