package com.hotpotspot.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.eventlog.SchemaModule;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL server for the whole run, as durable as in production: fsync and synchronous commit are on. */
final class BenchmarkServer implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final EmbeddedPostgres postgres;
    private final AtomicInteger databases = new AtomicInteger();
    private int dropped;

    private BenchmarkServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static BenchmarkServer start() throws IOException {
        BenchmarkServer server = new BenchmarkServer(EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("min_wal_size", "4GB")
                .setServerConfig("max_connections", "200")
                .start());
        server.age();
        return server;
    }

    /**
     * A new server has to make each file of its write-ahead log before it is written to; one that has run for a while
     * uses them again. So it writes a few gigabytes first.
     */
    private void age() throws IOException {
        String url = postgres.getJdbcUrl("postgres", "postgres");
        try {
            execute(url, "create table filler as select repeat(md5(n::text), 60) from generate_series(1, 2000000) n");
            execute(url, "drop table filler");
            execute(url, "checkpoint");
        } catch (SQLException e) {
            throw new IOException("the server does not answer at the beginning", e);
        }
    }

    /** A new, empty database with the system's roles; returns its JDBC address. */
    String newDatabase() throws SQLException, IOException {
        String name = "bench_" + databases.incrementAndGet();
        execute(postgres.getJdbcUrl("postgres", "postgres"), "create database " + name);
        String url = String.format(Locale.ROOT, "jdbc:postgresql://localhost:%d/%s", postgres.getPort(), name);
        try (InputStream roles =
                Objects.requireNonNull(SchemaModule.class.getResourceAsStream("/db/setup/roles.sql"))) {
            execute(url + "?user=postgres", new String(roles.readAllBytes(), UTF_8));
        }
        // The relational ledger is best with more connections than the system's own role may have.
        execute(url + "?user=postgres", "alter role hps_command connection limit 150");
        // Axon's own engine makes its tables in the schema that is found first.
        execute(url + "?user=postgres", "grant create on schema public to hps_command");
        return url;
    }

    /** A new database whose log is there and empty. */
    String newLog() throws SQLException, IOException {
        String url = newDatabase();
        try (HikariDataSource owner = pool(url, "hps_owner", 2)) {
            SchemaModule.LOG.migrate(owner);
        }
        return url;
    }

    /** Forgets all databases, so that what is left to do for them is not done during what is measured next. */
    void dropDatabases() throws SQLException {
        String url = postgres.getJdbcUrl("postgres", "postgres");
        for (int i = databases.get(); i > dropped; i--) {
            execute(url, String.format(Locale.ROOT, "drop database bench_%d with (force)", i));
        }
        dropped = databases.get();
        execute(url, "checkpoint");
    }

    static HikariDataSource pool(String url, String role, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(role);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(Duration.ofSeconds(60).toMillis());
        return new HikariDataSource(config);
    }

    /** Waits until a query answers true. */
    static void awaitTrue(String url, String query) throws SQLException, InterruptedException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            while (!isTrue(statement, query)) {
                Thread.sleep(BETWEEN_LOOKS);
            }
        }
    }

    private static boolean isTrue(Statement statement, String query) throws SQLException {
        try (ResultSet answer = statement.executeQuery(query)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            // Otherwise it is done while the server stops, for which there are a few seconds only.
            execute(postgres.getJdbcUrl("postgres", "postgres"), "checkpoint");
        } catch (SQLException e) {
            throw new IOException("the server does not answer at the end", e);
        } finally {
            postgres.close();
        }
    }
}
