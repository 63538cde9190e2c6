package com.hotpotspot.standalone.start;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The copy of the jar that the script {@code hotpotspot} has unpacked, so that a build may replace the jar under a
 * process that runs. Each process holds its copy with a shared lock, which ends with the process, however it ends;
 * copies that nobody holds are deleted. It logs nothing itself: it is also what {@code verify} starts with, which needs
 * no library that logs.
 */
public final class UnpackedCopy implements AutoCloseable {

    /** Touched by the script at each start, and locked by the process that it becomes. */
    static final String IN_USE = "in-use";

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
                System.err.println("Warning: the copy of the jar cannot be held, and may be taken away: " + e);
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
        OtherCopies.delete(directory, now);
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
