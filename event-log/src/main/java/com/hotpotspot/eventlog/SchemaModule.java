package com.hotpotspot.eventlog;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A schema of the database and the Flyway migrations that own it.
 *
 * @param schema also holds the module's migration history
 * @param locations where its migrations lie on the class path; several schemas may share one, whose SQL then names
 *     {@code ${flyway:defaultSchema}}
 */
public record SchemaModule(String schema, List<String> locations) {

    /** The log itself, which both sides bring with them. */
    public static final SchemaModule LOG = new SchemaModule("log", "classpath:db/log");

    public SchemaModule {
        locations = List.copyOf(locations);
    }

    public SchemaModule(String schema, String location) {
        this(schema, List.of(location));
    }

    /** Brings the schema up to date, as the role that owns it. Safe to run from several processes at once. */
    public void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .table("migration_history")
                .locations(locations.toArray(String[]::new))
                .load()
                .migrate();
    }
}
