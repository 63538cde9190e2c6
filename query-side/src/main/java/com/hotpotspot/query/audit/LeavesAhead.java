package com.hotpotspot.query.audit;

import com.hotpotspot.eventlog.EventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Reads the event log in steps and makes leaves of it. As long as the steps are full, the next one is read while the
 * last one is being sealed: neither the processor nor the database then waits for the other. For one thread at a time.
 */
final class LeavesAhead implements AutoCloseable {

    private final EventLog log;
    private final int step;
    private final ExecutorService reading = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("hps-audit-ahead").factory());

    private @Nullable Ahead ahead;

    /** @param step how many leaves there are at most at a time */
    LeavesAhead(EventLog log, int step) {
        this.log = log;
        this.step = step;
    }

    /** The leaves from that position on; none if the log ends there. */
    List<Leaf> from(long position) throws InterruptedException {
        Ahead expected = ahead;
        ahead = null;
        List<Leaf> leaves =
                expected != null && expected.position() == position ? result(expected.leaves()) : read(position);
        if (leaves.size() == step) {
            long next = position + step;
            ahead = new Ahead(next, reading.submit(() -> read(next)));
        }
        return leaves;
    }

    private List<Leaf> read(long position) {
        List<Leaf> leaves = new ArrayList<>();
        log.forEach(position, step, event -> leaves.add(Leaf.of(event)));
        return leaves;
    }

    private static List<Leaf> result(Future<List<Leaf>> leaves) throws InterruptedException {
        try {
            return leaves.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        reading.close();
    }

    /** A step that is being read before anybody asked for it. */
    private record Ahead(long position, Future<List<Leaf>> leaves) {}
}
