package com.hotpotspot.standalone.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of a data directory, whether its system runs or not; if it does not, the database is started for now.
 */
public final class ReachedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReachedDatabase.class);
    private static final int CONNECT_SECONDS = 5;

    private final Path root;
    private final DataSource superuser;
    private final Optional<Own> own;

    private record Own(DataDirectory data, EmbeddedDatabase database) {}

    private ReachedDatabase(Path root, DataSource superuser, Optional<Own> own) {
        this.root = root;
        this.superuser = superuser;
        this.own = own;
    }

    /** @throws CannotStartException if there is no database, or it can neither be reached nor started */
    public static ReachedDatabase of(Path requested) {
        try {
            Path root = requested.toAbsolutePath().normalize();
            Optional<DataSource> running = running(root);
            if (running.isPresent()) {
                return new ReachedDatabase(root.toRealPath(), running.get(), Optional.empty());
            }
        } catch (IOException e) {
            throw new CannotStartException(e, "Cannot use %s as the data directory", requested);
        }
        DataDirectory data = DataDirectory.openExisting(requested);
        try {
            EmbeddedDatabase database = EmbeddedDatabase.start(data);
            return new ReachedDatabase(
                    data.root(), database.as(DatabaseRole.SUPERUSER), Optional.of(new Own(data, database)));
        } catch (CannotStartException e) {
            data.close();
            throw e;
        }
    }

    private static Optional<DataSource> running(Path root) throws IOException {
        int port = DatabasePort.read(root.resolve(DataDirectory.POSTGRES_PORT));
        Path cluster = root.resolve(DataDirectory.POSTGRES);
        if (port == 0 || !PostgresCluster.existsAt(cluster) || !PostgresCluster.isServed(cluster)) {
            return Optional.empty();
        }
        String password = DatabaseCredentials.ofDatabase(root.resolve(DataDirectory.PASSWORDS), cluster)
                .password(DatabaseRole.SUPERUSER);
        PGSimpleDataSource source =
                EmbeddedDatabase.dataSource(port, EmbeddedDatabase.NAME, DatabaseRole.SUPERUSER, password);
        source.setConnectTimeout(CONNECT_SECONDS);
        try (Connection connection = source.getConnection()) {
            return connection.isValid(CONNECT_SECONDS) ? Optional.of(source) : Optional.empty();
        } catch (SQLException e) {
            LOG.info("The database of {} does not answer, so it is taken for stopped", root, e);
            return Optional.empty();
        }
    }

    /** Where everything of the system is. */
    public Path root() {
        return root;
    }

    /** The database server's own files. */
    public Path cluster() {
        return root.resolve(DataDirectory.POSTGRES);
    }

    /** Connections, not pooled, that may do anything. */
    public DataSource superuser() {
        return superuser;
    }

    @Override
    public void close() {
        own.ifPresent(it -> {
            try (DataDirectory data = it.data()) {
                LOG.debug("Stopping the database in {}", data.root());
                it.database().close();
            }
        });
    }
}
