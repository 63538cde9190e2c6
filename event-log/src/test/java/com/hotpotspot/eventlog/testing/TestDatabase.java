package com.hotpotspot.eventlog.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.eventlog.SchemaModule;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A fresh database on a real PostgreSQL server, set up as an operator would: roles, then migrations by their owner. */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Map<List<SchemaModule>, TestDatabase> TEMPLATES = new ConcurrentHashMap<>();

    /** Roles and their limits are a server's, and the tests of many systems share one. */
    private static final String MANY_SYSTEMS_ON_ONE_SERVER = """
            do $$ begin
                if (select min(rolconnlimit) from pg_roles where rolname like 'hps\\_%') < 1000 then
                    alter role hps_owner connection limit 1000;
                    alter role hps_command connection limit 1000;
                    alter role hps_query connection limit 1000;
                    alter role hps_export connection limit 1000;
                end if;
            end $$""";

    private final TestServer server;
    private final String name;
    private final List<HikariDataSource> pools = new ArrayList<>();

    private TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** A new database with the roles of the system and the schemas of {@code modules}, which are migrated once. */
    public static TestDatabase with(SchemaModule... modules) {
        TestDatabase template = TEMPLATES.computeIfAbsent(List.of(modules), TestDatabase::template);
        return created(template.server, "template " + template.name);
    }

    private static TestDatabase created(TestServer server, String options) {
        TestDatabase database = new TestDatabase(server, "hps_test_" + COUNTER.incrementAndGet());
        server.execute("postgres", "create database %s %s".formatted(database.name, options));
        // Also with a template, for what is granted on a database does not come along.
        database.execute(rolesScript());
        database.execute(MANY_SYSTEMS_ON_ONE_SERVER);
        return database;
    }

    private static TestDatabase template(List<SchemaModule> modules) {
        TestDatabase template = on(TestServer.shared(), modules.toArray(SchemaModule[]::new));
        template.disconnect();
        return template;
    }

    /** The same on a server of its own. */
    public static TestDatabase on(TestServer server, SchemaModule... modules) {
        TestDatabase database = created(server, "");
        for (SchemaModule module : modules) {
            module.migrate(database.as("hps_owner"));
        }
        return database;
    }

    /** What this database is on a server that runs on a copy of the data directory. */
    public TestDatabase at(TestServer copy) {
        return new TestDatabase(copy, name);
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
        return String.format(
                Locale.ROOT, "jdbc:postgresql://localhost:%d/%s?reWriteBatchedInserts=true", server.port(), name);
    }

    /** Runs SQL as the superuser. */
    public void execute(String sql) {
        server.execute(name, sql);
    }

    /** Asks something that has one answer, as the superuser. */
    public byte[] bytes(String sql) {
        try (Connection connection = server.superuser(name);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            if (!answer.next()) {
                throw new IllegalStateException("no answer to " + sql);
            }
            return answer.getBytes(1);
        } catch (SQLException e) {
            throw new IllegalStateException("could not run " + sql, e);
        }
    }

    /**
     * Has nobody but the superuser connect any longer, and ends everybody's connections. Two statements on purpose: in
     * one, a pool would connect anew between the end of its connections and the commit of what forbids it.
     */
    public void admitNobody() {
        execute("alter database " + name + " connection limit 0");
        execute("""
                select pg_terminate_backend(pid, 10000) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()""");
    }

    /** Ends all connections, and keeps the database. */
    public void disconnect() {
        pools.forEach(HikariDataSource::close);
    }

    @Override
    public void close() {
        disconnect();
        server.execute("postgres", "drop database " + name + " with (force)");
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
}
