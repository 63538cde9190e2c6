package com.hotpotspot.standalone.start;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import com.hotpotspot.standalone.database.FileTrees;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The copy of the jar that the script {@code hotpotspot} has unpacked, so that a build may replace the jar under a
 * process that runs. Each process holds its copy with a shared lock, which ends with the process, however it ends;
 * copies that nobody holds are deleted.
 */
public final class UnpackedCopy implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UnpackedCopy.class);

    /** Touched by the script at each start, and locked by the process that it becomes. */
    static final String IN_USE = "in-use";

    /** From the moment that the script has chosen a copy, or has begun to make one, until its process holds it. */
    private static final Duration ON_THE_WAY = Duration.ofMinutes(10);

    private static final Pattern COPY = Pattern.compile("[0-9]{1,10}-[0-9]{1,7}-[0-9]{1,12}|draft-[0-9]{1,10}");

    private final Path directory;
    private final FileChannel held;

    private UnpackedCopy(Path directory, FileChannel held) {
        this.directory = directory;
        this.held = held;
    }

    /** The copy that this process runs from, and holds from the first call on; empty if it runs from the jar itself. */
    public static Optional<UnpackedCopy> ofThisProcess() {
        return OfThisProcess.COPY;
    }

    private static final class OfThisProcess {

        static final Optional<UnpackedCopy> COPY = hold();

        private static Optional<UnpackedCopy> hold() {
            try {
                return holding(System.getProperty("java.class.path", ""));
            } catch (IOException e) {
                LOG.warn("The copy of the jar cannot be held, and may be taken away", e);
                return Optional.empty();
            }
        }
    }

    static Optional<UnpackedCopy> holding(String classPath) throws IOException {
        @Nullable Path directory = Path.of(classPath).toAbsolutePath().getParent();
        if (directory == null || !Files.exists(directory.resolve(IN_USE))) {
            return Optional.empty();
        }
        FileChannel channel = FileChannel.open(directory.resolve(IN_USE), READ);
        channel.lock(0, Long.MAX_VALUE, true);
        return Optional.of(new UnpackedCopy(directory, channel));
    }

    /** Deletes the other copies, but for those that are held or may be about to be. */
    public void deleteOthers(Instant now) {
        @Nullable Path copies = directory.getParent();
        if (copies == null || !isCopy(directory)) {
            return;
        }
        try (Stream<Path> all = Files.list(copies)) {
            List<Path> others = all.filter(UnpackedCopy::isCopy)
                    .filter(it -> !it.equals(directory))
                    .toList();
            for (Path other : others) {
                deleteUnlessHeld(other, now.minus(ON_THE_WAY));
            }
        } catch (IOException e) {
            LOG.warn("Copies of the jar that are not needed are left in {}", copies, e);
        }
    }

    private static boolean isCopy(Path directory) {
        return COPY.matcher(directory.getFileName().toString()).matches();
    }

    private static void deleteUnlessHeld(Path copy, Instant before) throws IOException {
        Path mark = copy.resolve(IN_USE);
        if (wasTouched(Files.exists(mark) ? mark : copy, before)) {
            return;
        }
        if (!Files.exists(mark)) {
            LOG.info("Deleting {}, which was never finished", copy);
            FileTrees.delete(copy);
            return;
        }
        try (FileChannel channel = FileChannel.open(mark, WRITE);
                @Nullable FileLock lock = channel.tryLock()) {
            // Another start may have chosen it since.
            if (lock != null && !wasTouched(mark, before)) {
                LOG.info("Deleting {}, from which nothing runs any more", copy);
                FileTrees.delete(copy);
            }
        }
    }

    private static boolean wasTouched(Path path, Instant after) throws IOException {
        return Files.getLastModifiedTime(path).toInstant().isAfter(after);
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
