package com.hotpotspot.limits;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The lines that others can cause in our log, so that they push nothing out of it: some in a minute, and then how many
 * there were besides.
 */
public final class LineBudget {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final int perMinute;
    private final LongSupplier nanoTime;
    private long minuteBegan;
    private int written;
    private long keptBack;

    /** @param perMinute 1 or more */
    public LineBudget(int perMinute) {
        this(perMinute, System::nanoTime);
    }

    LineBudget(int perMinute, LongSupplier nanoTime) {
        this.perMinute = perMinute;
        this.nanoTime = nanoTime;
        this.minuteBegan = nanoTime.getAsLong();
    }

    /** Whether one more may be written now. */
    public synchronized boolean allows() {
        long now = nanoTime.getAsLong();
        if (now - minuteBegan >= MINUTE) {
            minuteBegan = now;
            written = 0;
        }
        if (written < perMinute) {
            written++;
            return true;
        }
        keptBack++;
        return false;
    }

    /** How many were not written since this was last asked. */
    public synchronized long keptBack() {
        long count = keptBack;
        keptBack = 0;
        return count;
    }
}
