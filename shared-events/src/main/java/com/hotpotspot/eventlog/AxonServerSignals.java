package com.hotpotspot.eventlog;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of appends by following the end of the log in an Axon Server, which sends new events by itself. */
public final class AxonServerSignals implements LogSignals, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AxonServerSignals.class);
    private static final Duration RECONNECT_DELAY = Duration.ofMillis(500);
    private static final Duration WAIT = Duration.ofMillis(250);
    private static final int BUFFER = 1_024;

    private final AxonServerConnectionManager connections;
    private final AxonServerConfiguration configuration;
    private final List<Runnable> subscribers = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /** Listens from now on. */
    public AxonServerSignals(AxonServerConnectionManager connections, AxonServerConfiguration configuration) {
        this.connections = connections;
        this.configuration = configuration;
        this.thread = Thread.ofPlatform().daemon().name("hps-log-signals").start(this::run);
    }

    @Override
    public Subscription subscribe(Runnable wake) {
        subscribers.add(wake);
        return () -> subscribers.remove(wake);
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
        boolean healthy = true;
        while (isOpen()) {
            try {
                follow();
                healthy = true;
            } catch (RuntimeException e) {
                if (healthy && isOpen()) {
                    LOG.warn("Lost the stream that tells of new events; trying again: {}", e.getMessage());
                }
                healthy = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                closed.countDown();
            }
            pause();
        }
    }

    private void follow() throws InterruptedException {
        EventChannel channel = AxonServerAnswers.connected(
                () -> connections.getConnection(configuration.getContext()).eventChannel());
        Duration limit = Duration.ofMillis(configuration.getCommitTimeout());
        long head = AxonServerAnswers.of("read the head of the log", limit, channel::getLastToken);
        try (EventStream stream = channel.openStream(head, BUFFER)) {
            wakeAll();
            while (isOpen() && !stream.isClosed()) {
                if (stream.nextIfAvailable(WAIT.toMillis(), TimeUnit.MILLISECONDS) != null) {
                    drain(stream);
                    wakeAll();
                }
            }
        }
    }

    /** One signal is enough for all that has come. */
    private static void drain(EventStream stream) {
        int left = BUFFER;
        while (left > 0 && stream.nextIfAvailable() != null) {
            left--;
        }
    }

    private void wakeAll() {
        for (Runnable subscriber : subscribers) {
            try {
                subscriber.run();
            } catch (RuntimeException e) {
                LOG.error("A subscriber failed on a signal; the others are woken all the same", e);
            }
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void pause() {
        try {
            if (closed.await(RECONNECT_DELAY.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Stopped listening for new events");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }
}
