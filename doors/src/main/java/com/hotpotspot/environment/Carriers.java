package com.hotpotspot.environment;

/**
 * How many threads of the machine carry the virtual ones, on which requests are answered. As many as there are
 * processors, which is Java's default, would do whatever is ready in the order in which it became so: a sale that takes
 * a millisecond would wait several times behind all that strangers have brought. With more of them the machine divides
 * its time among what is under way, so that what is short is soon done.
 */
public final class Carriers {

    private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";

    private static final int TO_A_PROCESSOR = 16;

    private Carriers() {}

    /** To be called before there is any virtual thread; leaves alone what was set by whoever starts the process. */
    public static void shareProcessors() {
        if (System.getProperty(PARALLELISM) == null) {
            System.setProperty(
                    PARALLELISM, Integer.toString(Runtime.getRuntime().availableProcessors() * TO_A_PROCESSOR));
        }
    }
}
