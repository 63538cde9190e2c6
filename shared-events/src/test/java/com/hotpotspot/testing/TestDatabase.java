package com.hotpotspot.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.eventlog.SchemaModule;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A fresh database on a real PostgreSQL server, set up as an operator would: roles, then migrations by their owner. The
 * server is started once for a JVM and ends with it.
 */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final String name = "hps_test_" + COUNTER.incrementAndGet();
    private final List<HikariDataSource> pools = new ArrayList<>();

    private TestDatabase() {
        execute("postgres", "create database " + name);
        execute(name, rolesScript());
    }

    private TestDatabase(TestDatabase original) {
        execute(
                "postgres",
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + original.name + "'");
        execute("postgres", "create database " + name + " template " + original.name);
    }

    /** A new database with the roles of the system and the schemas of {@code modules}. */
    public static TestDatabase with(SchemaModule... modules) {
        TestDatabase database = new TestDatabase();
        for (SchemaModule module : modules) {
            module.migrate(database.as("hps_owner"));
        }
        return database;
    }

    /** A database with everything that is in this one, whose connections it ends. */
    public TestDatabase copy() {
        return new TestDatabase(this);
    }

    /** A pool of connections for one role. */
    public DataSource as(String role) {
        return pool(role, 8);
    }

    /** A pool of at most {@code size} connections for one role. */
    public HikariDataSource pool(String role, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setUsername(role);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    /** The JDBC address of this database, without a user. */
    public String url() {
        return "jdbc:postgresql://localhost:%d/%s?reWriteBatchedInserts=true"
                .formatted(Server.POSTGRES.getPort(), name);
    }

    /** Runs SQL as the superuser. */
    public void execute(String sql) {
        execute(name, sql);
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
        execute("postgres", "drop database " + name + " with (force)");
    }

    private static void execute(String database, String sql) {
        try (Connection connection =
                        Server.POSTGRES.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("could not run " + sql, e);
        }
    }

    private static String rolesScript() {
        try (InputStream script = SchemaModule.class.getResourceAsStream("/db/setup/roles.sql")) {
            if (script == null) {
                throw new IllegalStateException("the script that creates the roles is missing");
            }
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("could not start PostgreSQL for the tests", e);
            }
        }
    }
}
