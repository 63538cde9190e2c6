package com.hotpotspot.command.dispatch;

import java.time.Duration;

/** What this process knows by heart, as whoever waits for it sees it. */
public interface Registries {

    /**
     * Waits until they know what happened at a position of the log.
     *
     * @return whether they do; false if that took longer than {@code limit}
     */
    boolean await(long position, Duration limit);
}
