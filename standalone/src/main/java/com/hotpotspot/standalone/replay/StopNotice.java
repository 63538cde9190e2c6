package com.hotpotspot.standalone.replay;

import java.io.PrintWriter;

/** Says what to do when a run is stopped half-way. */
final class StopNotice {

    private StopNotice() {}

    /** Does {@code work}, and prints the notice if the machine goes down meanwhile. */
    static void during(PrintWriter err, Runnable work) {
        Thread notice = new Thread(() -> {
            err.println();
            err.println("Stopped. Run the same command again to go on from here.");
            err.flush();
        });
        Runtime.getRuntime().addShutdownHook(notice);
        try {
            work.run();
        } finally {
            withdraw(notice);
        }
    }

    private static void withdraw(Thread notice) {
        try {
            Runtime.getRuntime().removeShutdownHook(notice);
        } catch (IllegalStateException goingDown) {
            // Too late: the notice is being printed.
        }
    }
}
