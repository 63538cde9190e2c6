package com.hotpotspot.eventlog.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/** A real PostgreSQL server that keeps what it has promised: fsync and synchronous commits are on. */
public final class TestServer implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private TestServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** The one that most tests use: started once for a JVM, and ends with it. */
    static TestServer shared() {
        return Shared.SERVER;
    }

    /**
     * One on a data directory, which stays when the server stops.
     *
     * @param data made if it is not there
     * @param settings of PostgreSQL
     */
    public static TestServer on(Path data, Map<String, String> settings) {
        EmbeddedPostgres.Builder builder = builder().setDataDirectory(data).setCleanDataDirectory(false);
        settings.forEach(builder::setServerConfig);
        return start(builder);
    }

    private static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on");
    }

    private static TestServer start(EmbeddedPostgres.Builder builder) {
        try {
            return new TestServer(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("could not start PostgreSQL for the tests", e);
        }
    }

    int port() {
        return postgres.getPort();
    }

    /** Runs SQL as the superuser. */
    void execute(String database, String sql) {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("could not run " + sql, e);
        }
    }

    Connection superuser(String database) throws SQLException {
        return postgres.getDatabase("postgres", database).getConnection();
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not stop PostgreSQL", e);
        }
    }

    private static final class Shared {
        static final TestServer SERVER = start(builder());
    }
}
