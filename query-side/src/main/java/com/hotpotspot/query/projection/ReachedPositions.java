package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.Announcements;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.LogSignals;
import com.hotpotspot.eventlog.Notifications;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Lets a question wait until the projection that answers it has come as far as the asker knows the log to be, so that
 * whoever has just recorded something finds it in the answer.
 */
@Component
public final class ReachedPositions implements DisposableBean {

    private static final Duration LONGEST = Duration.ofSeconds(2);

    /** Announcements are hints, and may get lost. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    /** Whoever waits holds a place among the questions, of which others must have some. */
    private static final int WAIT_AT_ONCE = 2;

    private final Semaphore free = new Semaphore(WAIT_AT_ONCE);
    private final Versions versions;
    private final Set<ProjectionName> all;
    private final Duration longest;
    private final LogSignals.Subscription subscription;
    private final Announcements commits = new Announcements();

    @Autowired
    ReachedPositions(Notifications notifications, Versions versions, Declared declared) {
        this(notifications, versions, declared.names(), LONGEST);
    }

    ReachedPositions(Notifications notifications, Versions versions, Set<ProjectionName> all, Duration longest) {
        this.versions = versions;
        this.all = all;
        this.longest = longest;
        this.subscription = notifications.subscribe(Projections.CHANNEL, projection -> commits.announce());
    }

    /**
     * Waits until the projection has reached a position, but not for longer than two seconds, and not while others do.
     *
     * @return the position that it has reached, which is less if that was too long
     */
    public long await(ProjectionName projection, long wanted) {
        return await(() -> versions.position(projection), wanted);
    }

    /** The same until all projections have; whether they have then. */
    public boolean awaitAll(long wanted) {
        return await(this::least, wanted) >= wanted;
    }

    /** Of all of them, of which one that does not answer yet has reached nothing. */
    private long least() {
        List<Progress> answering = versions.in(Set.of(VersionState.LIVE), all);
        return answering.size() < all.size()
                ? EventLog.EMPTY
                : answering.stream().mapToLong(Progress::position).min().orElse(Long.MAX_VALUE);
    }

    private long await(LongSupplier position, long wanted) {
        long reached = position.getAsLong();
        if (reached >= wanted || !free.tryAcquire()) {
            return reached;
        }
        try {
            return awaitOne(position, wanted);
        } finally {
            free.release();
        }
    }

    /** How many wait now. */
    int waiting() {
        return WAIT_AT_ONCE - free.availablePermits();
    }

    private long awaitOne(LongSupplier position, long wanted) {
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            long seen = commits.count();
            long reached = position.getAsLong();
            long left = end - System.nanoTime();
            if (reached >= wanted || left <= 0 || Thread.currentThread().isInterrupted()) {
                return reached;
            }
            try {
                commits.await(seen, Duration.ofNanos(Math.min(left, LOOK_AGAIN.toNanos())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void destroy() {
        subscription.close();
    }
}
