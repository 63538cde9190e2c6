package com.hotpotspot.standalone.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.eventlog.SchemaModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The running database of a data directory, with its roles and their passwords. Each start brings all of it into the
 * state it should be in, whatever the last one left.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    static final String NAME = "hotpotspot";

    private static final String WRONG_PASSWORD = "28P01";

    private final PostgresBinaries binaries;
    private final PostgresCluster cluster;
    private final Path log;
    private final DatabaseCredentials credentials;
    private volatile PostgresServer server;
    private boolean closed;

    private EmbeddedDatabase(
            PostgresBinaries binaries, PostgresCluster cluster, Path log, int port, DatabaseCredentials credentials) {
        this.binaries = binaries;
        this.cluster = cluster;
        this.log = log;
        this.credentials = credentials;
        this.server = PostgresServer.start(binaries, cluster, port, log);
    }

    /**
     * Starts the database of a data directory.
     *
     * @throws CannotStartException with the reason in one line
     */
    public static EmbeddedDatabase start(DataDirectory data) {
        return start(data, data.file("postgres-binaries"));
    }

    /** The same with the server's programs elsewhere, for instance where several data directories share them. */
    static EmbeddedDatabase start(DataDirectory data, Path programs) {
        Path passwords = data.file(DataDirectory.PASSWORDS);
        DatabaseCredentials credentials;
        if (PostgresCluster.existsAt(data.postgres())) {
            PostgresCluster.requireSound(data.postgres());
            credentials = DatabaseCredentials.ofDatabase(passwords, data.postgres());
        } else {
            credentials = DatabaseCredentials.forNewDatabase(passwords);
        }
        PostgresBinaries binaries = PostgresBinaries.below(programs);
        PostgresCluster cluster =
                PostgresCluster.at(data.postgres(), binaries, credentials.password(DatabaseRole.SUPERUSER));
        PostgresServer.endLeftOver(binaries, cluster);
        int port = DatabasePort.in(data.file(DataDirectory.POSTGRES_PORT));
        EmbeddedDatabase database =
                new EmbeddedDatabase(binaries, cluster, data.logs().resolve("postgresql.log"), port, credentials);
        try {
            database.setUp();
            credentials.keepIn(passwords);
            return database;
        } catch (SQLException | IOException | RuntimeException e) {
            database.close();
            if (e instanceof SQLException refused && WRONG_PASSWORD.equals(refused.getSQLState())) {
                throw new CannotStartException(
                        e,
                        "Cannot set up the database in %s with the passwords in %s, which was damaged or belongs to"
                                + " another one; put it back from a backup",
                        cluster.directory(),
                        passwords);
            }
            throw e instanceof CannotStartException known
                    ? known
                    : new CannotStartException(e, "Cannot set up the database in %s", cluster.directory());
        }
    }

    /** The JDBC address, without a user. */
    public String url() {
        return String.format(
                Locale.ROOT, "jdbc:postgresql://127.0.0.1:%d/%s?reWriteBatchedInserts=true", server.port(), NAME);
    }

    public String password(DatabaseRole role) {
        return credentials.password(role);
    }

    /** Connections, not pooled, for one role. */
    public DataSource as(DatabaseRole role) {
        return dataSource(NAME, role);
    }

    /** Calls {@code action} once when the server is gone, stopped or broken down. */
    public void whenItEnds(Runnable action) {
        server.whenItEnds(action);
    }

    /**
     * Starts the server again at the same address, after it has ended by itself. Once the database is closed, does
     * nothing.
     *
     * @throws CannotStartException with the reason in one line; it may well start a moment later
     */
    public synchronized void startAgain() {
        if (!closed) {
            PostgresServer.endLeftOver(binaries, cluster);
            server = PostgresServer.start(binaries, cluster, server.port(), log);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        server.close();
    }

    private void setUp() throws SQLException, IOException {
        try (Connection connection =
                        dataSource("postgres", DatabaseRole.SUPERUSER).getConnection();
                Statement statement = connection.createStatement()) {
            if (!text(statement, "show data_directory")
                    .equals(cluster.directory().toString())) {
                throw new CannotStartException("Another database server answers on port %d", server.port());
            }
            if (text(statement, "select count(*) from pg_database where datname = '" + NAME + '\'')
                    .equals("0")) {
                statement.execute("create database " + NAME);
            }
        }
        try (Connection connection = as(DatabaseRole.SUPERUSER).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(rolesScript());
            for (DatabaseRole role : DatabaseRole.values()) {
                // The driver sends the password hashed, so that it is in no statement and no log.
                connection
                        .unwrap(PGConnection.class)
                        .alterUserPassword(role.roleName(), password(role).toCharArray(), "scram-sha-256");
            }
        }
    }

    private PGSimpleDataSource dataSource(String database, DatabaseRole role) {
        return dataSource(server.port(), database, role, password(role));
    }

    static PGSimpleDataSource dataSource(int port, String database, DatabaseRole role, String password) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"127.0.0.1"});
        dataSource.setPortNumbers(new int[] {port});
        dataSource.setDatabaseName(database);
        dataSource.setUser(role.roleName());
        dataSource.setPassword(password);
        return dataSource;
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String rolesScript() throws IOException {
        try (InputStream script = SchemaModule.class.getResourceAsStream("/db/setup/roles.sql")) {
            if (script == null) {
                throw new IllegalStateException("the script that makes the roles is missing");
            }
            return new String(script.readAllBytes(), UTF_8);
        }
    }
}
