package com.hotpotspot.limits;

import com.hotpotspot.limits.Limits.Deadlines;
import java.util.concurrent.TimeUnit;

/**
 * How fast somebody sends, or takes, what is sent. Only the time counts that is spent waiting for them, so that nobody
 * is slow because we are.
 */
public final class Pace {

    private final Deadlines deadlines;
    private long bytes;
    private long waitedNanos;

    public Pace(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /**
     * Counts what has moved after so long a wait.
     *
     * @throws TooSlowException if that was less than it should be by now
     */
    public void moved(long more, long afterNanos) {
        bytes += more;
        waitedNanos += afterNanos;
        long grace = deadlines.silence().toNanos();
        if (waitedNanos > grace) {
            long expected = TimeUnit.NANOSECONDS.toMillis(waitedNanos - grace) * deadlines.bytesPerSecond() / 1_000;
            if (bytes < expected || waitedNanos > deadlines.body().toNanos()) {
                throw new TooSlowException();
            }
        }
    }
}
