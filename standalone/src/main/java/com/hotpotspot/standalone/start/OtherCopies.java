package com.hotpotspot.standalone.start;

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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The copies of the jar beside the one that this process runs from: of builds before, and drafts never finished. */
final class OtherCopies {

    private static final Logger LOG = LoggerFactory.getLogger(OtherCopies.class);

    /** From the moment that the script has chosen a copy, or has begun to make one, until its process holds it. */
    private static final Duration ON_THE_WAY = Duration.ofMinutes(10);

    private static final Pattern COPY = Pattern.compile("[0-9]{1,10}-[0-9]{1,7}-[0-9]{1,12}|draft-[0-9]{1,10}");

    private OtherCopies() {}

    /** Deletes what lies beside {@code mine}, but for copies that are held or may be about to be. */
    static void delete(Path mine, Instant now) {
        @Nullable Path copies = mine.getParent();
        if (copies == null || !isCopy(mine)) {
            return;
        }
        try (Stream<Path> all = Files.list(copies)) {
            List<Path> others = all.filter(OtherCopies::isCopy)
                    .filter(it -> !it.equals(mine))
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
        Path mark = copy.resolve(UnpackedCopy.IN_USE);
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
}
