package com.hotpotspot.standalone.serve;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a process that was asked to end does so, whatever hangs in it. The thread is there from the start: by
 * the time it is needed there may be no memory for one.
 */
final class LastDeadline {

    private static final int HALTED = 1;

    private LastDeadline() {}

    /** Ends the process {@code limit} after the end has begun, if it is still there by then. */
    static void guard(Lifecycle lifecycle, Duration limit) {
        Thread.ofPlatform().name("last-deadline").daemon().start(() -> {
            try {
                lifecycle.awaitEnd();
                Thread.sleep(limit);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(HALTED);
        });
    }

    /** Whether this Java goes on when there is no memory left, so that the process stays and answers nobody. */
    static boolean survivesLackOfMemory() {
        @Nullable HotSpotDiagnosticMXBean java = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return java != null
                && !Boolean.parseBoolean(
                        java.getVMOption("ExitOnOutOfMemoryError").getValue());
    }
}
