package com.hotpotspot.verifier.check;

import static com.hotpotspot.verifier.check.Findings.number;

import com.hotpotspot.tlog.checkpoint.Checkpoint;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.merkle.CompactRange;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Holds a dump of the log against trusted checkpoints: no position is missing, payloads and metadata are what their
 * hashes were made from, and the tree over all of them has the root of each checkpoint at its size. Lines are parsed
 * and hashed on all processors, while the tree grows in order on one; memory does not grow with the log.
 */
final class DumpCheck {

    private static final int CHUNK_BYTES = 1 << 18;

    private final Findings findings;
    private final Progress progress;
    private final int chunkBytes;
    private final Deque<Checkpoint> ahead;
    private final CompactRange range = CompactRange.empty();
    private long agreedSize;
    private boolean differs;
    private long lines;
    private long bytes;

    /** @param checkpoints all of one log, and trusted */
    DumpCheck(List<Checkpoint> checkpoints, Findings findings, Progress progress) {
        this(checkpoints, findings, progress, CHUNK_BYTES);
    }

    DumpCheck(List<Checkpoint> checkpoints, Findings findings, Progress progress, int chunkBytes) {
        this.ahead = new ArrayDeque<>(checkpoints.stream()
                .sorted(Comparator.comparingLong(Checkpoint::size))
                .toList());
        this.findings = findings;
        this.progress = progress;
        this.chunkBytes = chunkBytes;
    }

    /** @param length of the dump in bytes, or {@link Progress#UNKNOWN} */
    void check(InputStream dump, long length) throws IOException, InterruptedException {
        compareRoots();
        int processors = Runtime.getRuntime().availableProcessors();
        ExecutorService workers = Executors.newFixedThreadPool(
                processors, Thread.ofPlatform().daemon().name("verify-", 0).factory());
        try {
            if (appendAll(new LineChunks(dump, chunkBytes), length, workers, 2 * processors)) {
                reportEnd();
            }
        } catch (FormatException e) {
            findings.cannotBeChecked("The dump cannot be read any further, somewhere beyond position %s: %s."
                    .formatted(number(range.size()), e.getMessage()));
        } finally {
            workers.shutdownNow();
        }
    }

    /** False if there is a place beyond which reading makes no sense. */
    private boolean appendAll(LineChunks chunks, long length, ExecutorService workers, int most)
            throws IOException, InterruptedException {
        Deque<Future<CheckedChunk>> underWay = new ArrayDeque<>();
        for (byte[] next = chunks.next(); next != null; next = chunks.next()) {
            byte[] chunk = next;
            underWay.add(workers.submit(() -> CheckedChunk.of(chunk)));
            if (underWay.size() == most) {
                if (!append(result(underWay.remove()))) {
                    return false;
                }
                progress.checked(range.size(), bytes, length);
            }
        }
        while (!underWay.isEmpty()) {
            if (!append(result(underWay.remove()))) {
                return false;
            }
        }
        return true;
    }

    private static CheckedChunk result(Future<CheckedChunk> chunk) throws InterruptedException {
        try {
            return chunk.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("checking lines of the dump failed", e.getCause());
        }
    }

    private boolean append(CheckedChunk chunk) {
        for (CheckedChunk.Event event : chunk.events()) {
            if (!isNext(event)) {
                return false;
            }
            for (String fault : event.faults()) {
                findings.fails("At position %s %s.".formatted(number(event.position()), fault));
            }
            range.append(event.leaf());
            compareRoots();
        }
        if (chunk.malformed() != null) {
            findings.cannotBeChecked("Line %s of the dump, where position %s must be, is not an event: %s."
                    .formatted(number(lines + chunk.lines() + 1), number(range.size()), chunk.malformed()));
            return false;
        }
        lines += chunk.lines();
        bytes += chunk.bytes();
        return true;
    }

    private boolean isNext(CheckedChunk.Event event) {
        if (event.position() == range.size()) {
            return true;
        }
        findings.fails("Line %s of the dump has position %s, but position %s must follow there: %s."
                .formatted(
                        number(lines + event.line() + 1),
                        number(event.position()),
                        number(range.size()),
                        event.position() > range.size() ? "events are missing" : "an event is repeated"));
        return false;
    }

    private void compareRoots() {
        for (Checkpoint next = ahead.peek(); next != null && next.size() == range.size(); next = ahead.peek()) {
            ahead.remove();
            if (range.root().equals(next.root())) {
                agreedSize = next.size();
                findings.holds("The tree over the first %s events of the dump has the root of the checkpoint."
                        .formatted(number(next.size())));
            } else if (!differs) {
                differs = true;
                findings.fails(rootDiffers(next));
            }
        }
    }

    private String rootDiffers(Checkpoint checkpoint) {
        if (checkpoint.size() == agreedSize) {
            return "At size %s the dump has another root than the checkpoint.".formatted(number(agreedSize));
        }
        return "The tree over the first %s events of the dump has another root than the checkpoint: at least one event from position %s to %s is not the one that the log signed."
                .formatted(number(checkpoint.size()), number(agreedSize), number(checkpoint.size() - 1));
    }

    private void reportEnd() {
        for (Checkpoint missed : ahead) {
            findings.fails(
                    "The dump ends before position %s, but the checkpoint covers %s events: the last %s are missing."
                            .formatted(
                                    number(range.size()), number(missed.size()), number(missed.size() - range.size())));
        }
        if (findings.isValid()) {
            findings.holds("The dump has %s events, without a gap; payloads and metadata are what their hashes say."
                    .formatted(number(range.size())));
            if (range.size() > agreedSize) {
                findings.holds(
                        "Its last %s events, from position %s on, are younger than the checkpoint, which does not cover them."
                                .formatted(number(range.size() - agreedSize), number(agreedSize)));
            }
        }
    }
}
