package com.hotpotspot.standalone.drill;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.keystore.Passphrase;
import com.hotpotspot.standalone.database.CannotStartException;
import com.hotpotspot.standalone.database.DataDirectory;
import com.hotpotspot.standalone.database.DatabaseRole;
import com.hotpotspot.standalone.database.EmbeddedDatabase;
import com.hotpotspot.standalone.database.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An operator's PostgreSQL: the server that the sides are told of, and that fails and is started again apart from them.
 */
final class DrilledDatabase implements AutoCloseable {

    static final String KEYSTORE_PASSPHRASE = "nothing is secret in a drill";

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final DataDirectory data;
    private volatile EmbeddedDatabase running;

    DrilledDatabase(Path directory) {
        data = DataDirectory.open(directory);
        Programs.lendTo(data);
        running = EmbeddedDatabase.start(data);
        try (Passphrase passphrase = Passphrase.of(KEYSTORE_PASSPHRASE.toCharArray())) {
            Keystore.create(keystore(), passphrase).close();
        }
    }

    /** Lies beside the database, as an operator's does not; a drill has one directory for all. */
    Path keystore() {
        return data.root().resolve("keystore");
    }

    int port() {
        String url = running.url();
        return Integer.parseInt(url.replaceFirst("^.*:([0-9]+)/.*$", "$1"));
    }

    String password(DatabaseRole role) {
        return running.password(role);
    }

    Connection connect() throws SQLException {
        return running.as(DatabaseRole.SUPERUSER).getConnection();
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** kill -9 of the server. */
    void kill() {
        server().ifPresent(DrilledDatabase::kill);
    }

    /** kill -9 of the one process that works for an append, or for whoever else works at the moment. */
    void killABackend() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select pid from pg_stat_activity
                        where usename = 'hps_command' order by state = 'active' desc, query like '%append%' desc""")) {
            if (row.next()) {
                ProcessHandle.of(row.getLong(1)).ifPresent(DrilledDatabase::kill);
            }
        }
    }

    /** Whether the server is there, be it well or not. */
    boolean isRunning() {
        return server().isPresent();
    }

    /** A server that breaks down over a full disk comes back by itself, or it ends. */
    void awaitAnEndOrARecovery() {
        await().atMost(LIMIT).until(() -> !isRunning() || answers());
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    void stop() {
        running.close();
    }

    /** Starts the server; again and again while what is left of the one before stands in the way. */
    void start() {
        await().atMost(LIMIT).until(() -> {
            try {
                running = EmbeddedDatabase.start(data);
                return true;
            } catch (CannotStartException e) {
                return false;
            }
        });
    }

    /** Moves the write-ahead log to a directory that is not there yet; the server must not run. */
    void moveWriteAheadLog(Path to) throws IOException {
        Path link = data.root().resolve("postgres").resolve("pg_wal");
        Path from = link.toRealPath();
        copy(from, to);
        if (Files.isSymbolicLink(link)) {
            Files.delete(link);
        }
        delete(from);
        Files.createSymbolicLink(link, to);
    }

    /** A directory beside the server's own files. */
    Path beside(String name) {
        return data.root().resolve(name);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() {
        running.close();
        data.close();
    }

    private Optional<ProcessHandle> server() {
        try {
            Path file = data.root().resolve("postgres").resolve("postmaster.pid");
            @Nullable
            String process = Files.exists(file) ? Files.readAllLines(file).getFirst() : null;
            return Optional.ofNullable(process)
                    .flatMap(id -> ProcessHandle.of(Long.parseLong(id)))
                    .filter(ProcessHandle::isAlive);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        try {
            process.onExit().get(LIMIT.toSeconds(), SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
