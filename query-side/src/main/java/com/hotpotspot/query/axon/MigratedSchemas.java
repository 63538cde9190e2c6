package com.hotpotspot.query.axon;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.query.projection.Projection;
import com.hotpotspot.query.projection.VersionTables;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/** Brings the schemas up to date before anything reads them: whatever does asks for this bean. */
@Component
final class MigratedSchemas {

    private final VersionTables tables;

    /**
     * @param schemas those that are no projection's: the audit log's, and where the log is in this database too, its
     *     own
     */
    MigratedSchemas(
            Settings settings,
            DataSourceProperties dataSource,
            List<SchemaModule> schemas,
            List<Projection<?>> projections,
            Clock clock) {
        if (settings.enabled()) {
            DriverManagerDataSource owner = new DriverManagerDataSource(
                    dataSource.determineUrl(),
                    settings.username(),
                    settings.password() == null ? "" : settings.password());
            schemas.forEach(schema -> schema.migrate(owner));
            tables = VersionTables.ownedBy(owner, clock);
            tables.prepare(projections);
        } else {
            tables = VersionTables.madeElsewhere(clock);
        }
    }

    /** Who makes tables of projections from now on. */
    VersionTables tables() {
        return tables;
    }

    /**
     * How the schemas are brought up to date.
     *
     * @param enabled whether this process does so; otherwise somebody else must have
     * @param username the role that owns the schemas
     * @param password its password, if the server asks for one
     */
    @ConfigurationProperties("hotpotspot.migration")
    record Settings(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("hps_owner") String username,
            @Nullable String password) {}
}
