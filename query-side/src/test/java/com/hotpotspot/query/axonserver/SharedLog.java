package com.hotpotspot.query.axonserver;

import com.hotpotspot.eventlog.AxonServerEventLog;
import com.hotpotspot.eventlog.testing.AxonServer;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.projection.Versions;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;

/**
 * The log in the Axon Server under test, a node of our own in it, and a database for projections that begin where the
 * log ended before: it holds what other tests have left behind, and nobody can empty it.
 */
final class SharedLog implements AutoCloseable {

    final AxonServerEventLog log;
    final WrittenLog written;

    /** The position of the first event that is ours. */
    final long start;

    final NodeId node;

    private final AxonServerConnectionManager connections;
    private final TestDatabase database = TestDatabase.with(Versions.SCHEMA);

    /** Skips the test, saying why, if there is no Axon Server. */
    static SharedLog orSkip() {
        return new SharedLog(AxonServer.orSkip());
    }

    private SharedLog(AxonServerConfiguration configuration) {
        connections = AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .build();
        log = new AxonServerEventLog(connections, configuration);
        written = new WrittenLog(log);
        start = log.head() + 1;
        if (start > 0) {
            beginAtStart();
        }
        String name = "Q" + Long.toUnsignedString(new Random().nextLong(), 36).toUpperCase(Locale.ROOT);
        node = written.register(name, NodeType.FRANCHISE, "Batumi");
    }

    /** Whatever version a query side makes. */
    private void beginAtStart() {
        database.execute(String.format(Locale.ROOT, """
                create function begin_at_start() returns trigger language plpgsql as $$
                begin
                    new.position := %d;
                    return new;
                end
                $$;
                create trigger begin_at_start before insert on projection.version
                    for each row execute function begin_at_start();
                """, start - 1));
    }

    /** A query side on this log. */
    RunningQuerySide side(String servers, String... properties) {
        return RunningQuerySide.on(
                database,
                Stream.concat(
                                Stream.of("spring.profiles.active=axonserver", "axon.axonserver.servers=" + servers),
                                Stream.of(properties))
                        .toArray(String[]::new));
    }

    @Override
    public void close() {
        connections.shutdown();
        database.close();
    }
}
