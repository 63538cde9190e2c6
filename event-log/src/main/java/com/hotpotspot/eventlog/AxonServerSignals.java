package com.hotpotspot.eventlog;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;

/** Hears of appends by following the end of the log in an Axon Server, which sends new events by itself. */
public final class AxonServerSignals implements LogSignals, AutoCloseable {

    private static final Duration WAIT = Duration.ofMillis(250);
    private static final int BUFFER = 1_024;

    private final AxonServerConnectionManager connections;
    private final AxonServerConfiguration configuration;
    private final Subscribers subscribers = new Subscribers();
    private final ListenerThread thread;

    /** Listens from now on. */
    public AxonServerSignals(AxonServerConnectionManager connections, AxonServerConfiguration configuration) {
        this.connections = connections;
        this.configuration = configuration;
        this.thread = new ListenerThread("hps-log-signals", "the end of the log in the Axon Server", this::follow);
    }

    @Override
    public Subscription subscribe(Runnable wake) {
        return subscribers.add(nothing -> wake.run());
    }

    @Override
    public void close() {
        thread.close();
    }

    private void follow(ListenerThread listener) throws InterruptedException {
        EventChannel channel = AxonServerAnswers.connected(
                () -> connections.getConnection(configuration.getContext()).eventChannel());
        Duration limit = Duration.ofMillis(configuration.getCommitTimeout());
        long head = AxonServerAnswers.of("read the head of the log", limit, channel::getLastToken);
        try (EventStream stream = channel.openStream(head, BUFFER)) {
            listener.connected();
            subscribers.tell("");
            while (listener.isOpen()) {
                if (stream.nextIfAvailable(WAIT.toMillis(), TimeUnit.MILLISECONDS) != null) {
                    drain(stream);
                    subscribers.tell("");
                } else if (stream.isClosed()) {
                    throw new EventLogUnavailableException(
                            "the stream of new events has ended",
                            stream.getError().orElse(null));
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
}
