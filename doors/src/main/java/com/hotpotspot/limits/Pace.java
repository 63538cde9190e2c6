package com.hotpotspot.limits;

import com.hotpotspot.limits.Limits.Deadlines;
import java.util.concurrent.TimeUnit;

/**
 * How fast somebody sends, or takes, what is sent. Only the time counts that is spent waiting for them, so that nobody
 * is slow because we are. Who waits and who looks whether that takes too long may be different threads.
 */
public final class Pace {

    private final Deadlines deadlines;
    private long bytes;
    private long waitedNanos;
    private long waitingSince;

    public Pace(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /**
     * Counts what has moved after so long a wait.
     *
     * @throws TooSlowException if that was less than it should be by now
     */
    public synchronized void moved(long more, long afterNanos) {
        bytes += more;
        waitedNanos += afterNanos;
        if (isTooSlow(waitedNanos)) {
            throw new TooSlowException();
        }
    }

    /** Another wait begins at this time, in terms of {@link System#nanoTime}. */
    synchronized void waitsSince(long nanoTime) {
        waitingSince = nanoTime;
    }

    /**
     * Whether the wait that has begun has been too long by now for as long as silence may last. Whoever waits does not
     * notice: what comes is no part of what they wait for, or they would be told that it is late.
     */
    synchronized boolean isLost(long nanoTime) {
        return isTooSlow(
                waitedNanos + nanoTime - waitingSince - deadlines.silence().toNanos());
    }

    private boolean isTooSlow(long waited) {
        long late = waited - deadlines.silence().toNanos();
        return late > 0
                && (bytes < TimeUnit.NANOSECONDS.toMillis(late) * deadlines.bytesPerSecond() / 1_000
                        || waited > deadlines.body().toNanos());
    }
}
