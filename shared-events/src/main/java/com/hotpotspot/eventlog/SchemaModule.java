package com.hotpotspot.eventlog;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A schema of the database and the Flyway migrations that own it.
 *
 * @param schema also holds the module's migration history
 * @param location where its migrations lie on the class path
 */
public record SchemaModule(String schema, String location) {

    /** The log itself, which both sides bring with them. */
    public static final SchemaModule LOG = new SchemaModule("log", "classpath:db/log");

    /** Brings the schema up to date, as the role that owns it. Safe to run from several processes at once. */
    public void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .table("migration_history")
                .locations(location)
                .load()
                .migrate();
    }
}
