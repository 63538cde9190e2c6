package com.hotpotspot.standalone.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server on the files of one cluster. It lives on when this process is killed; the next start ends it. */
final class PostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    /** A start may have to recover from a crash, and a stop writes all that is still in memory. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** From the moment a server says that it has stopped until its process is gone. */
    private static final Duration END_LIMIT = Duration.ofSeconds(5);

    private static final long LARGEST_LOG = 10_000_000;

    /** What a log of money needs, and what fits a small machine. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", "''"),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_checkpoints", "off"));

    private final PostgresBinaries binaries;
    private final PostgresCluster cluster;
    private final int port;

    private PostgresServer(PostgresBinaries binaries, PostgresCluster cluster, int port) {
        this.binaries = binaries;
        this.cluster = cluster;
        this.port = port;
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param log where the server writes what it has to say
     * @throws CannotStartException if it does not start, with the server's own reason
     */
    static PostgresServer start(PostgresBinaries binaries, PostgresCluster cluster, int port, Path log) {
        PostgresServer server = new PostgresServer(binaries, cluster, port);
        try {
            long before = roll(log);
            PostgresBinaries.Outcome outcome = server.control(
                    "start", "--wait", "--timeout=" + LIMIT.toSeconds(), "--log=" + log, "--options=" + options(port));
            if (!outcome.succeeded()) {
                // The one that waits may have given up on a server that is still on its way.
                server.close();
                throw new CannotStartException(
                        "The database in %s does not start: %s; see %s",
                        cluster.directory(), reason(log, before, outcome), log);
            }
            return server;
        } catch (IOException e) {
            throw new CannotStartException(e, "The database in %s does not start", cluster.directory());
        }
    }

    /**
     * Ends a server that a killed process of ours left behind, so that the cluster is free.
     *
     * @throws CannotStartException if there is a process that might be a server of this cluster and cannot be told
     */
    static void endLeftOver(PostgresBinaries binaries, PostgresCluster cluster) {
        try {
            Optional<Postmaster> postmaster = Postmaster.of(cluster);
            if (postmaster.isEmpty()) {
                removeUnreadableFile(cluster);
                return;
            }
            switch (postmaster.get().kind(cluster)) {
                case OURS -> {
                    LOG.warn("Stopping the database server that an earlier run left behind");
                    new PostgresServer(binaries, cluster, 0).close();
                }
                case STRANGER -> {
                    // The server is gone and its number taken again, which it would mistake for itself.
                    LOG.info("Removing {}, whose process is another one now", cluster.processFile());
                    Files.delete(cluster.processFile());
                }
                case UNCLEAR ->
                    throw new CannotStartException(
                            "Process %d may be a database server that still works in %s;"
                                    + " stop it, or delete %s if it is none",
                            postmaster.get().process().pid(), cluster.directory(), cluster.processFile());
            }
        } catch (IOException e) {
            throw new CannotStartException(e, "Cannot tell whether a database server is still running");
        }
    }

    /** A crash of the machine may leave the file without what was written to it, which the server would not accept. */
    private static void removeUnreadableFile(PostgresCluster cluster) throws IOException {
        Path file = cluster.processFile();
        if (!Files.exists(file) || Postmaster.numberIn(file).isPresent()) {
            return;
        }
        Optional<Postmaster> working = Postmaster.withoutFile(cluster);
        if (working.isPresent()) {
            throw new CannotStartException(
                    "Process %d is a database server that still works in %s, and %s is damaged; stop that process",
                    working.get().process().pid(), cluster.directory(), file);
        }
        LOG.warn("Removing {}, which names no process", file);
        Files.delete(file);
    }

    int port() {
        return port;
    }

    /** Calls {@code action} once when the server's process is gone; at once if it is gone already. */
    void whenItEnds(Runnable action) {
        running().ifPresentOrElse(postmaster -> postmaster.whenItEnds(action), action);
    }

    /**
     * Stops the server and waits for its end; what is committed is on disk long before.
     *
     * @throws CannotStartException if it runs on
     */
    @Override
    public void close() {
        Optional<Postmaster> running = running();
        if (running.isEmpty()) {
            LOG.info("There is no database server to stop");
            return;
        }
        PostgresBinaries.Outcome outcome = control("stop", "--mode=fast", "--wait", "--timeout=" + LIMIT.toSeconds());
        running.get().awaitEnd(END_LIMIT);
        if (!outcome.succeeded() && running().isPresent()) {
            throw new CannotStartException(
                    "The database in %s does not stop: %s", cluster.directory(), outcome.output());
        }
    }

    private Optional<Postmaster> running() {
        try {
            return Postmaster.of(cluster).filter(it -> it.kind(cluster) == Postmaster.Kind.OURS);
        } catch (IOException e) {
            throw new CannotStartException(e, "Cannot tell whether a database server is still running");
        }
    }

    private PostgresBinaries.Outcome control(String action, String... arguments) {
        List<String> all = new ArrayList<>(List.of(action, "--pgdata=" + cluster.directory()));
        all.addAll(List.of(arguments));
        return binaries.run(LIMIT.plusSeconds(30), "pg_ctl", all);
    }

    private static String options(int port) {
        return new TreeMap<>(SETTINGS)
                .entrySet().stream()
                        .map(setting -> "-c " + setting.getKey() + '=' + setting.getValue())
                        .collect(Collectors.joining(" ", "-p " + port + ' ', ""));
    }

    /** Puts a log that has grown large aside, and says how long the log is. */
    private static long roll(Path log) throws IOException {
        if (!Files.exists(log)) {
            return 0;
        }
        if (Files.size(log) > LARGEST_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            return 0;
        }
        return Files.size(log);
    }

    /** What the server wrote last and gravest since {@code before}, without the date and the process in front of it. */
    private static String reason(Path log, long before, PostgresBinaries.Outcome outcome) throws IOException {
        if (!Files.exists(log)) {
            return outcome.output();
        }
        String written;
        try (InputStream file = Files.newInputStream(log)) {
            file.skipNBytes(before);
            written = new String(file.readAllBytes(), UTF_8);
        }
        List<String> lines = written.lines().filter(line -> !line.isBlank()).toList();
        return lines.stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .reduce((first, second) -> second)
                .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()))
                .map(line -> line.replaceFirst("^.*?(FATAL|PANIC|LOG|HINT|DETAIL): *", ""))
                .orElse(outcome.output());
    }
}
