package com.hotpotspot.eventlog;

import com.hotpotspot.eventlog.RecentEvents.Part;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/** The events of the log from a position on, for one reader, which holds no more of them than a slice. */
final class LogStream implements TrackingEventStream {

    /** Should an announcement be lost. */
    private static final long LOOK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long NEVER = -1;

    private final RecentEvents recent;
    private final Appends appends;

    private long next;
    private Iterator<TrackedEventMessage<?>> events = Collections.emptyIterator();
    private @Nullable TrackedEventMessage<?> first;
    /** How many appends were known of when there was nothing more to read. */
    private long atHead = NEVER;

    private long lookedAt = System.nanoTime();

    private volatile boolean closed;

    LogStream(RecentEvents recent, Appends appends, long from) {
        this.recent = recent;
        this.appends = appends;
        this.next = from;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        lookForFirst();
        return Optional.ofNullable(first);
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long due = System.nanoTime() + unit.toNanos(timeout);
        long known = appends.heardOf();
        lookForFirst();
        long left = due - System.nanoTime();
        while (first == null && left > 0 && !closed) {
            appends.awaitMoreThan(known, Math.min(left, LOOK_AGAIN_NANOS));
            known = appends.heardOf();
            lookForFirst();
            left = due - System.nanoTime();
        }
        return first != null;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        TrackedEventMessage<?> event = first;
        while (event == null) {
            if (closed) {
                throw new IllegalStateException("the stream is closed");
            }
            if (hasNextAvailable(1, TimeUnit.SECONDS)) {
                event = first;
            }
        }
        first = null;
        return event;
    }

    private void lookForFirst() {
        if (first != null || closed) {
            return;
        }
        if (!events.hasNext() && mayHaveGrown()) {
            lookedAt = System.nanoTime();
            Part part = recent.from(next);
            events = part.events().iterator();
            next = part.next();
            atHead = part.toHead() ? part.appends() : NEVER;
        }
        if (events.hasNext()) {
            first = events.next();
        }
    }

    private boolean mayHaveGrown() {
        return appends.heardOf() != atHead || System.nanoTime() - lookedAt >= LOOK_AGAIN_NANOS;
    }

    @Override
    public void close() {
        closed = true;
        appends.another();
    }
}
