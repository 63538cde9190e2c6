package com.hotpotspot.verifier.check;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Tells how far a long check is, once a second at most. */
public final class Progress {

    /** The length of what is checked, where it is not known. */
    public static final long UNKNOWN = -1;

    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private long told;

    /** @param out usually standard error */
    public Progress(PrintStream out) {
        this(out, System::nanoTime);
    }

    Progress(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.told = nanoTime.getAsLong();
    }

    void reached(long events, long bytes, long length) {
        long now = nanoTime.getAsLong();
        if (now - told < INTERVAL) {
            return;
        }
        told = now;
        String share = length > 0 ? " (%d %%)".formatted(Math.min(100, 100 * bytes / length)) : "";
        out.println("%s events checked%s".formatted(Findings.number(events), share));
    }
}
