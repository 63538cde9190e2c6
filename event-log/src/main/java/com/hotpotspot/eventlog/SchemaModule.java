package com.hotpotspot.eventlog;

import static java.util.Comparator.naturalOrder;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * A schema of the database and the Flyway migrations that own it.
 *
 * @param schema also holds the module's migration history
 * @param locations where its migrations lie on the class path; several schemas may share one, whose SQL then names
 *     {@code ${flyway:defaultSchema}}
 */
public record SchemaModule(String schema, List<String> locations) {

    private static final String[] NONE = {};

    /** The log itself, which both sides bring with them. */
    public static final SchemaModule LOG = new SchemaModule("log", "classpath:db/log");

    public SchemaModule {
        locations = List.copyOf(locations);
    }

    public SchemaModule(String schema, String location) {
        this(schema, List.of(location));
    }

    /**
     * Brings the schema up to date, as the role that owns it. Safe to run from several processes at once.
     *
     * @throws NewerSchemaException if a newer build has; nothing was changed then
     */
    public void migrate(DataSource owner) {
        Flyway flyway = Flyway.configure()
                .dataSource(owner)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .table("migration_history")
                .locations(locations.toArray(String[]::new))
                .ignoreMigrationPatterns(NONE) // by itself Flyway goes on where the schema is ahead of what it knows
                .load();
        try {
            flyway.migrate();
        } catch (FlywayValidateException e) {
            refuseToGoBack(flyway.info().all());
            throw e;
        }
    }

    private void refuseToGoBack(MigrationInfo... migrations) {
        Optional<MigrationVersion> found =
                latest(migrations, migration -> migration.getState().isApplied());
        Optional<MigrationVersion> known =
                latest(migrations, migration -> migration.getState().isResolved());
        if (found.isPresent() && (known.isEmpty() || found.get().isNewerThan(known.get()))) {
            throw new NewerSchemaException(
                    schema,
                    found.get().toString(),
                    known.map(version -> "version " + version).orElse("none"));
        }
    }

    private static Optional<MigrationVersion> latest(MigrationInfo[] migrations, Predicate<MigrationInfo> which) {
        return Stream.of(migrations)
                .filter(which)
                .flatMap(migration -> Stream.ofNullable(migration.getVersion()))
                .max(naturalOrder());
    }
}
