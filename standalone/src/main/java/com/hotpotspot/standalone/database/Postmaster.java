package com.hotpotspot.standalone.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server process as its cluster's process file names it. The file outlives a server that was killed, and its number
 * may meanwhile belong to any other process.
 */
record Postmaster(ProcessHandle process) {

    private static final int LONGEST_NUMBER = 10;
    private static final Pattern NUMBER = Pattern.compile("([1-9][0-9]{0,8})\n");

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
        OptionalLong number = numberIn(cluster.processFile());
        return number.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(number.getAsLong()).filter(Postmaster::runs).map(Postmaster::new);
    }

    /**
     * The number in the first line of a process file; empty if there is no such file, or none that a server could have
     * written to its end.
     */
    static OptionalLong numberIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            return OptionalLong.empty();
        }
        try (InputStream content = Files.newInputStream(file)) {
            String start = new String(content.readNBytes(LONGEST_NUMBER + 1), ISO_8859_1);
            Matcher number = NUMBER.matcher(start);
            return number.lookingAt() ? OptionalLong.of(Long.parseLong(number.group(1))) : OptionalLong.empty();
        }
    }

    /** A process of a server on a cluster that its process file does not tell of. */
    static Optional<Postmaster> withoutFile(PostgresCluster cluster) {
        return ProcessHandle.allProcesses()
                .filter(Postmaster::runs)
                .map(Postmaster::new)
                .filter(it -> it.kind(cluster) == Kind.OURS)
                .findFirst();
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
