package com.hotpotspot.eventlog;

import com.hotpotspot.routine.Ongoing;
import com.hotpotspot.routine.Rest;
import com.hotpotspot.routine.Routine;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;

/** Hears of appends by following the end of the log in an Axon Server, which sends new events by itself. */
public final class AxonServerSignals implements LogSignals, Ongoing, AutoCloseable {

    private static final Duration WAIT = Duration.ofMillis(250);
    private static final int BUFFER = 1_024;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final AxonServerConnectionManager connections;
    private final AxonServerConfiguration configuration;
    private final Subscribers subscribers = new Subscribers();
    private final Routine routine;

    /** Listens from now on. */
    public AxonServerSignals(AxonServerConnectionManager connections, AxonServerConfiguration configuration) {
        this.connections = connections;
        this.configuration = configuration;
        this.routine = Routine.spare("log-signals", "follow the end of the log in the Axon Server", this::follow);
        routine.start();
    }

    @Override
    public Subscription subscribe(Runnable wake) {
        return subscribers.add(nothing -> wake.run());
    }

    @Override
    public void close() {
        routine.stop(STOP_WITHIN);
    }

    @Override
    public Routine routine() {
        return routine;
    }

    /** One connection, from its beginning to its end. */
    private Rest follow() throws InterruptedException {
        EventChannel channel = AxonServerAnswers.connected(
                () -> connections.getConnection(configuration.getContext()).eventChannel());
        Duration limit = Duration.ofMillis(configuration.getCommitTimeout());
        long head = AxonServerAnswers.of("read the head of the log", limit, channel::getLastToken);
        try (EventStream stream = channel.openStream(head, BUFFER)) {
            routine.works();
            subscribers.tell("");
            while (!routine.isStopping()) {
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
        return Rest.NONE;
    }

    /** One signal is enough for all that has come. */
    private static void drain(EventStream stream) {
        int left = BUFFER;
        while (left > 0 && stream.nextIfAvailable() != null) {
            left--;
        }
    }
}
