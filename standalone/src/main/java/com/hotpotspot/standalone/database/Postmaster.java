package com.hotpotspot.standalone.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A server process as its cluster's process file names it. The file outlives a server that was killed, and its number
 * may meanwhile belong to any other process.
 */
record Postmaster(ProcessHandle process) {

    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final Duration WATCH_EVERY = Duration.ofMillis(200);

    /** What a look at the process file shows. */
    enum Kind {
        /** It serves this cluster. */
        OURS,
        /** The number now belongs to a process of another kind. */
        STRANGER,
        /** It does not tell what it is, or is a server and names another directory, as after a move of ours. */
        UNCLEAR
    }

    /** The living process whose number is in the process file of a cluster, if there is one. */
    static Optional<Postmaster> of(PostgresCluster cluster) throws IOException {
        Path file = cluster.processFile();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                            .filter(Postmaster::runs)
                            .map(Postmaster::new);
        } catch (NumberFormatException e) {
            throw new CannotStartException("The database is damaged: %s names no process", file);
        }
    }

    /** Waits until the process has ended, but not for ever. */
    void awaitEnd(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (runs(process) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** Calls {@code action} once when the process has ended. */
    void whenItEnds(Runnable action) {
        Thread.ofPlatform().name("database-watch").daemon().start(() -> {
            // Java itself looks after processes that are not its children ever more seldom.
            while (runs(process)) {
                LockSupport.parkNanos(WATCH_EVERY.toNanos());
            }
            action.run();
        });
    }

    /**
     * Whether a process can still do something. A dead one counts as alive until its parent collects it, which in a
     * container may be late or never (proc(5): state Z).
     */
    static boolean runs(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"), ISO_8859_1);
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            // It ended just now, which the next look will show; or this is not Linux.
            return process.isAlive();
        }
    }

    Kind kind(PostgresCluster cluster) {
        Optional<String> program = process.info().command();
        Optional<String[]> arguments = process.info().arguments();
        if (program.isEmpty() || arguments.isEmpty()) {
            return Kind.UNCLEAR;
        }
        boolean server = Path.of(program.get()).endsWith("postgres");
        boolean here = List.of(arguments.get()).contains(cluster.directory().toString());
        if (!server) {
            return Kind.STRANGER;
        }
        return here ? Kind.OURS : Kind.UNCLEAR;
    }
}
