package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The tables of one projection, for tests that give events and look at rows. */
public final class ProjectedTables {

    private ProjectedTables() {}

    /** What makes the tables of the projection's first version. */
    public static SchemaModule schema(ProjectionName projection) {
        return first(projection).schema();
    }

    /** Connections on which tables without a schema are those of the projection's first version. */
    public static DataSource of(ProjectionName projection, TestDatabase database) {
        return new DelegatingDataSource(database.as("hps_query")) {

            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                connection.setSchema(first(projection).schemaName());
                return connection;
            }
        };
    }

    private static Version first(ProjectionName projection) {
        return new Version(projection, 1);
    }
}
