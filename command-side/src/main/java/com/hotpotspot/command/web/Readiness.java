package com.hotpotspot.command.web;

/** Whether this process knows enough to decide on commands. */
@FunctionalInterface
public interface Readiness {

    /** Whether all that had happened when this process started is known. */
    boolean caughtUp();
}
