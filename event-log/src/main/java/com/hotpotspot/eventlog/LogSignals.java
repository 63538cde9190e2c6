package com.hotpotspot.eventlog;

/**
 * Says that the log may have grown, whoever appended. A signal is a hint to look, never a fact: those sent while the
 * connection is down are lost, and after every (re)connect each subscriber is woken once.
 */
@FunctionalInterface
public interface LogSignals {

    /**
     * Runs {@code wake} on every signal, on the listening thread: it must be quick and must not block.
     *
     * @return ends the subscription when closed
     */
    Subscription subscribe(Runnable wake);

    /** A subscriber's hold on its subscription. */
    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }
}
