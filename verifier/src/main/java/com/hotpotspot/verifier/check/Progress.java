package com.hotpotspot.verifier.check;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells how far a long check is, once a second at most. */
public final class Progress {

    /** The length of what is checked, where it is not known. */
    public static final long UNKNOWN = -1;

    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);

    private final Consumer<String> lines;
    private final LongSupplier nanoTime;
    private long told;

    /** @param lines takes each line, usually to standard error */
    public Progress(Consumer<String> lines) {
        this(lines, System::nanoTime);
    }

    Progress(Consumer<String> lines, LongSupplier nanoTime) {
        this.lines = lines;
        this.nanoTime = nanoTime;
        this.told = nanoTime.getAsLong();
    }

    /** Of a dump. */
    void checked(long events, long bytes, long length) {
        tell("%s events checked", events, bytes, length);
    }

    /** Of an exported file. */
    void read(long bytes, long length) {
        tell("%s bytes read", bytes, bytes, length);
    }

    private void tell(String what, long count, long bytes, long length) {
        long now = nanoTime.getAsLong();
        if (now - told < INTERVAL) {
            return;
        }
        told = now;
        String share = length > 0 ? String.format(Locale.ROOT, " (%d %%)", Math.min(100, 100 * bytes / length)) : "";
        lines.accept(String.format(Locale.ROOT, what, Findings.number(count)) + share);
    }
}
