package com.hotpotspot.standalone.start;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.hotpotspot.standalone.database.DataDirectory;
import com.hotpotspot.standalone.database.FileTrees;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Java has learnt from a start about the classes of this copy of the jar, so that the next need not learn it
 * again: an AOT cache from Java 25 on (JEP 483, 514, 515), an archive of class data before. It is learnt from a
 * rehearsal, a start on a directory that is thrown away; nothing of this process or its data gets there.
 */
public final class StartCache {

    /** Names the file, which the script gives to Java if it is there. */
    private static final String PROPERTY = "hotpotspot.start-cache";

    private static final Logger LOG = LoggerFactory.getLogger(StartCache.class);

    private static final int FIRST_WITH_AOT_CACHES = 25;

    /** A rehearsal has the lowest priority, and may have to wait for everything else. */
    private static final Duration LIMIT = Duration.ofMinutes(15);

    /** For the rehearsal's database to stop; it holds nothing that anybody needs. */
    private static final Duration END_LIMIT = Duration.ofSeconds(10);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** Of the options this Java was started with, those that a cache depends on. */
    private static final List<String> FITTING =
            List.of("--enable-native-access", "-Xmx", "-XX:+Use", "-XX:-Use", "-XX:TieredStopAtLevel", "-Dreactor.");

    /** Of this process's environment; the rest, passphrases among it, is none of a rehearsal's business. */
    private static final Set<String> VARIABLES = Set.of("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "LC_CTYPE");

    private final Path file;

    StartCache(Path file) {
        this.file = file;
    }

    /** The one for this process; empty where it was not started from a copy, or with caches of somebody's own. */
    public static Optional<StartCache> ofThisProcess() {
        return Optional.of(System.getProperty(PROPERTY, ""))
                .filter(name -> !name.isEmpty())
                .map(name -> new StartCache(Path.of(name).toAbsolutePath()));
    }

    /** Where it is, or would be. */
    public Path file() {
        return file;
    }

    /**
     * Makes it if it is not there, and nobody else is about to. Takes minutes on a machine that has other things to do.
     *
     * @return whether it is there now
     * @throws InterruptedException if it need not be made any more; then nothing is left of the rehearsal
     */
    public boolean make() throws IOException, InterruptedException {
        if (Files.exists(file)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file.resolveSibling("rehearsal.lock"), CREATE, WRITE);
                @Nullable FileLock lock = channel.tryLock()) {
            return lock != null && (Files.exists(file) || rehearse());
        }
    }

    private boolean rehearse() throws IOException, InterruptedException {
        // Left by a process that was killed.
        FileTrees.delete(file.resolveSibling("rehearsal"));
        Path place = Files.createDirectory(file.resolveSibling("rehearsal"), DataDirectory.PRIVATE_DIRECTORY);
        try {
            Path learnt = place.resolve("learnt");
            Path data = place.resolve("data");
            LOG.info("Rehearsing a start, for {}", file);
            ProcessBuilder builder = new ProcessBuilder(command(learnt, data))
                    .directory(place.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().keySet().retainAll(VARIABLES);
            Process rehearsal = builder.start();
            // What it reads is left open: that ends with this process, however that ends, and the rehearsal with it.
            try {
                boolean ended = rehearsal.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
                if (!ended || rehearsal.exitValue() != 0 || !Files.exists(learnt)) {
                    LOG.warn("The rehearsal of a start {}", ended ? "taught nothing" : "did not come to its end");
                    return false;
                }
            } finally {
                end(rehearsal, data.resolve(DataDirectory.POSTGRES).resolve("postmaster.pid"));
            }
            Files.move(learnt, file, ATOMIC_MOVE);
            LOG.info("Starts are quicker from now on");
            return true;
        } finally {
            FileTrees.delete(place);
        }
    }

    private static List<String> command(Path learnt, Path data) {
        List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> FITTING.stream().anyMatch(option::startsWith))
                .forEach(command::add);
        command.add(
                Runtime.version().feature() < FIRST_WITH_AOT_CACHES
                        ? "-XX:ArchiveClassesAtExit=" + learnt
                        : "-XX:AOTCacheOutput=" + learnt);
        Path jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
        command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-jar", jar.toString()));
        command.addAll(List.of("rehearse", "--data", data.toString()));
        return command;
    }

    /** Lets the rehearsal stop its database, which is no child of its, and nothing else. */
    private static void end(Process rehearsal, Path databaseRuns) {
        if (!rehearsal.isAlive()) {
            return;
        }
        List<ProcessHandle> all = Stream.concat(Stream.of(rehearsal.toHandle()), rehearsal.descendants())
                .toList();
        rehearsal.destroy();
        long deadline = System.nanoTime() + END_LIMIT.toNanos();
        boolean interrupted = Thread.interrupted();
        while (rehearsal.isAlive() && Files.exists(databaseRuns) && System.nanoTime() < deadline) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        all.forEach(ProcessHandle::destroyForcibly);
        rehearsal.descendants().forEach(ProcessHandle::destroyForcibly);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
