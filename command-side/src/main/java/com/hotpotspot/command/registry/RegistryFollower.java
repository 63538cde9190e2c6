package com.hotpotspot.command.registry;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.hotpotspot.command.dispatch.Registries;
import com.hotpotspot.command.web.Readiness;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.Follower;
import com.hotpotspot.eventlog.LogSignals;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.Event;
import com.hotpotspot.routine.Following;
import com.hotpotspot.routine.Routine;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the {@linkplain Registry registries} level with the log. While there is an event that they cannot take, perhaps
 * one that only a newer build knows, nothing is decided rather than on half of the network.
 */
@Component
public class RegistryFollower implements Readiness, Registries, Following, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryFollower.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(10);

    private final List<Registry> registries;
    private final Follower follower;

    RegistryFollower(EventLog log, LogSignals signals, List<Registry> registries) {
        this.registries = List.copyOf(registries);
        this.follower = new Follower(
                "registries",
                log,
                signals,
                registries.stream()
                        .flatMap(registry -> registry.kinds().stream())
                        .collect(toUnmodifiableSet()),
                registries.stream()
                        .flatMap(registry -> registry.features().stream())
                        .collect(toUnmodifiableSet()),
                this::take);
    }

    private void take(StoredEvent stored) {
        Event event = stored.event();
        registries.forEach(registry -> registry.on(event, stored.recordedAt()));
    }

    @Override
    public boolean caughtUp() {
        return follower.isCurrent();
    }

    /**
     * Waits until the registries know what happened at a position, so that whoever registered a node can sell there
     * next.
     *
     * @return whether they do; false if that took longer than {@code limit}
     */
    @Override
    public boolean await(long position, Duration limit) {
        return follower.await(position, limit);
    }

    @Override
    public Routine routine() {
        return follower.routine();
    }

    @Override
    public OptionalLong next() {
        return follower.next();
    }

    /** The web server opens after this, so that in the ordinary case nobody is ever sent away as not ready. */
    @Override
    public void start() {
        if (!follower.start(START_LIMIT)) {
            LOG.warn("The registries are not read yet; no command is taken until they are");
        }
    }

    @Override
    public void stop() {
        follower.stop();
    }

    @Override
    public boolean isRunning() {
        return routine().isRunning();
    }

    /** Starts before and stops after the web server, whose phases lie just below the highest. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 10_000;
    }
}
