package com.hotpotspot.command.dispatch;

import com.hotpotspot.command.verdict.NotReadyException;
import com.hotpotspot.eventlog.EventLog;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has what depends on other streams, where nothing conflicts, decided one after the other in this process: each when
 * the registries know what came of the ones before.
 */
@Component
public class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final Duration REGISTRY_LIMIT = Duration.ofSeconds(2);
    private static final Duration TURN_LIMIT = Duration.ofSeconds(10);

    private final Registries registries;
    private final EventLog log;
    private final ReentrantLock turn = new ReentrantLock(true);

    Turns(Registries registries, EventLog log) {
        this.registries = registries;
        this.log = log;
    }

    /**
     * Does something while nothing else that depends on others is decided in this process. Whoever has the turn may
     * take it again within.
     *
     * @throws NotReadyException if too many wait for their turn
     */
    public <R> R take(Supplier<R> work) {
        if (!awaitTurn()) {
            throw new NotReadyException("Too many commands about accounts wait; try again shortly.");
        }
        try {
            awaitKnown(log.head());
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    private boolean awaitTurn() {
        try {
            return turn.tryLock(TURN_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits for a while until the registries know what happened at a position. */
    void awaitKnown(long position) {
        if (!registries.await(position, REGISTRY_LIMIT)) {
            LOG.warn("The registries have not reached position {} in time; it will", position);
        }
    }
}
