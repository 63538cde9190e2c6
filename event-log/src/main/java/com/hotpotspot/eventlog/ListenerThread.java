package com.hotpotspot.eventlog;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that listens to something far away until it is closed. What it listens to may go away at any time: then it
 * says so once, and connects again as soon as that can be done.
 */
final class ListenerThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerThread.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final String source;
    private final Listening listening;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /** Only the listening thread looks at it. */
    private boolean lost;

    /**
     * Listens from now on.
     *
     * @param source what is listened to, as a person would say it
     */
    ListenerThread(String name, String source, Listening listening) {
        this.source = source;
        this.listening = listening;
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    boolean isOpen() {
        return closed.getCount() > 0;
    }

    /** To be called once listening has begun. */
    void connected() {
        if (lost) {
            LOG.info("Listening again to {}", source);
        }
        lost = false;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (isOpen()) {
            try {
                listen();
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                closed.countDown();
            }
        }
        LOG.debug("Stopped listening to {}", source);
    }

    private void listen() throws InterruptedException {
        try {
            listening.listen(this);
        } catch (SQLException | RuntimeException e) {
            if (!lost && isOpen()) {
                LOG.warn("Cannot listen to {}; trying again: {}", source, e.getMessage());
            }
            lost = true;
        }
    }

    private void pause() throws InterruptedException {
        // The latch is what ends the loop; whether it was this wait that saw it makes no difference.
        boolean unused = closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One connection, from its beginning to its end. */
    @FunctionalInterface
    interface Listening {

        /**
         * Connects, says {@link #connected()} and listens for as long as the thread {@link #isOpen()}; throws when it
         * cannot.
         */
        void listen(ListenerThread thread) throws SQLException, InterruptedException;
    }
}
