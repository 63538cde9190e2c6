package com.hotpotspot.command.registry;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.hotpotspot.command.dispatch.Registries;
import com.hotpotspot.command.web.Readiness;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.eventlog.LogSignals;
import com.hotpotspot.eventlog.Slice;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.json.EventType;
import com.hotpotspot.events.json.EventTypes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the {@linkplain Registry registries} level with the log. At start it reads the streams of their kinds, not the
 * whole log; from then on it follows, woken by appends, but not by each of them.
 */
@Component
public class RegistryFollower implements Readiness, Registries, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryFollower.class);
    private static final int SPAN = 10_000;
    private static final Duration START_LIMIT = Duration.ofSeconds(10);
    private static final Duration FALLBACK_POLL = Duration.ofSeconds(1);
    /** Sales are appended all the time and change nothing here; what does change may take a moment to be known. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final EventLog log;
    private final LogSignals signals;
    private final List<Registry> registries;
    private final Set<String> kinds;
    private final Set<String> types;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private volatile boolean running;
    private volatile boolean caughtUp;
    private long next;
    private boolean woken;
    private boolean hurried;
    private @Nullable Thread thread;
    private LogSignals.@Nullable Subscription subscription;

    RegistryFollower(EventLog log, LogSignals signals, List<Registry> registries) {
        this.log = log;
        this.signals = signals;
        this.registries = List.copyOf(registries);
        this.kinds = registries.stream()
                .flatMap(registry -> registry.kinds().stream())
                .collect(toUnmodifiableSet());
        this.types = EventTypes.all().stream()
                .filter(type -> registries.stream()
                        .flatMap(registry -> registry.features().stream())
                        .anyMatch(feature -> feature.isAssignableFrom(type.payload())))
                .map(EventType::name)
                .collect(toUnmodifiableSet());
    }

    @Override
    public boolean caughtUp() {
        return caughtUp;
    }

    /**
     * Waits until the registries know what happened at a position, so that whoever registered a node can sell there
     * next.
     *
     * @return whether they do; false if that took longer than {@code limit}
     */
    @Override
    public boolean await(long position, Duration limit) {
        long nanos = limit.toNanos();
        lock.lock();
        try {
            woken = true;
            hurried = true;
            changed.signalAll();
            while (next <= position && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return next > position;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        running = true;
        subscription = signals.subscribe(this::wake);
        thread = Thread.ofVirtual().name("registries").start(this::run);
        awaitCatchUp();
    }

    /** The web server opens after this, so that in the ordinary case nobody is ever sent away as not ready. */
    private void awaitCatchUp() {
        long nanos = START_LIMIT.toNanos();
        lock.lock();
        try {
            while (!caughtUp && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        running = false;
        wake();
        if (subscription != null) {
            subscription.close();
        }
        try {
            if (thread != null) {
                thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts before and stops after the web server, whose phases lie just below the highest. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 10_000;
    }

    private void run() {
        boolean healthy = true;
        while (running) {
            try {
                if (!caughtUp) {
                    catchUp();
                }
                follow();
                healthy = true;
            } catch (EventLogUnavailableException e) {
                if (healthy) {
                    LOG.warn("Cannot follow the log; trying again every second: {}", e.getMessage());
                }
                healthy = false;
            } catch (RuntimeException e) {
                // Perhaps an event that only a newer build knows. Better to decide on nothing than on half of the
                // network.
                if (healthy) {
                    LOG.error("Cannot read the registries' events; no command is taken until it can be done", e);
                }
                healthy = false;
                caughtUp = false;
            }
            awaitWake();
        }
    }

    private void catchUp() {
        long head = log.head();
        log.readKinds(kinds, head).forEach(this::take);
        caughtUp = true;
        advance(head + 1);
    }

    private void follow() {
        Slice slice;
        do {
            slice = log.read(next, SPAN, types);
            slice.events().forEach(this::take);
        } while (advance(slice.next()));
    }

    private void take(StoredEvent stored) {
        Event event = stored.event();
        registries.forEach(registry -> registry.on(event, stored.recordedAt()));
    }

    private boolean advance(long to) {
        lock.lock();
        try {
            boolean advanced = to > next;
            next = to;
            changed.signalAll();
            return advanced;
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitWake() {
        long nanos = FALLBACK_POLL.toNanos();
        lock.lock();
        try {
            while (running && !woken && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            nanos = BETWEEN_LOOKS.toNanos();
            while (running && !hurried && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            woken = false;
            hurried = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        } finally {
            lock.unlock();
        }
    }
}
