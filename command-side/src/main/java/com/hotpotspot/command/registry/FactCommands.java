package com.hotpotspot.command.registry;

import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.CommandOutcome;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.command.web.NotReadyException;
import com.hotpotspot.eventlog.Appended;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.eventlog.Trail;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.StreamId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends commands about what the registries keep, and answers once this process's own know what came of them. */
@Component
public class FactCommands {

    private static final Logger LOG = LoggerFactory.getLogger(FactCommands.class);
    private static final Duration REGISTRY_LIMIT = Duration.ofSeconds(2);
    private static final Duration TURN_LIMIT = Duration.ofSeconds(10);
    private static final int STREAM_LIMIT = 10_000;

    private final Commands commands;
    private final RegistryFollower registry;
    private final EventLog log;
    private final ReentrantLock turn = new ReentrantLock(true);

    FactCommands(Commands commands, RegistryFollower registry, EventLog log) {
        this.commands = commands;
        this.registry = registry;
        this.log = log;
    }

    /**
     * Sees to it that a fact is true.
     *
     * @throws NotReadyException if too many others wait for their turn
     * @throws CommandRefused if a policy forbids it, or what it is about does not exist
     */
    public <E extends Event> Landed<E> send(FactCommand<E> command, Caller caller) {
        return command.dependsOnOthers() ? inTurn(() -> sendNow(command, caller)) : sendNow(command, caller);
    }

    /**
     * Does something while no other command that depends on others is decided in this process.
     *
     * @throws NotReadyException if too many wait for their turn
     */
    public <R> R inTurn(Supplier<R> work) {
        if (!awaitTurn()) {
            throw new NotReadyException("Too many commands about accounts wait; try again shortly.");
        }
        try {
            awaitRegistry(log.head());
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

    private <E extends Event> Landed<E> sendNow(FactCommand<E> command, Caller caller) {
        Optional<Landed<E>> before = caller.firstCommand().flatMap(first -> recordedBy(first, command));
        try {
            CommandOutcome<E> outcome = commands.send(command, caller);
            if (!outcome.changed()) {
                return before.orElseGet(
                        () -> new Landed<>(outcome.result(), positionOf(command.stream(), outcome.result()), true));
            }
            Long position = outcome.appended().map(Appended::last).orElse(null);
            awaitRegistry(position == null ? log.head() : position);
            return new Landed<>(outcome.result(), position, false);
        } catch (CommandRefused e) {
            if (e.isFor(GeneralCode.FORBIDDEN)) {
                throw e;
            }
            return before.orElseThrow(() -> e);
        } catch (AggregateNotFoundException e) {
            throw command.unknown();
        }
    }

    private void awaitRegistry(long position) {
        if (!registry.await(position, REGISTRY_LIMIT)) {
            LOG.warn("The registries have not reached position {} in time; it will", position);
        }
    }

    /** What a command recorded: the last of it is what its handler answered. */
    @SuppressWarnings("unchecked") // a repeated request is the same command, which answers the same kind of fact
    private <E extends Event> Optional<Landed<E>> recordedBy(String first, FactCommand<E> command) {
        return last(command.stream(), stored -> isOf(first, stored))
                .map(stored -> new Landed<>((E) stored.event(), placeOf(stored), true));
    }

    private static boolean isOf(String command, StoredEvent stored) {
        return Trail.commandOf(stored).filter(command::equals).isPresent();
    }

    /** Where a fact that a repeated command asks for was recorded the last time, if the log tells. */
    private @Nullable Long positionOf(StreamId stream, Event fact) {
        return last(stream, stored -> stored.event().equals(fact))
                .map(FactCommands::placeOf)
                .orElse(null);
    }

    private Optional<StoredEvent> last(StreamId stream, Predicate<StoredEvent> wanted) {
        return log.readStream(stream, 0, STREAM_LIMIT).stream().filter(wanted).reduce((earlier, later) -> later);
    }

    private static @Nullable Long placeOf(StoredEvent stored) {
        return stored.position() == StoredEvent.UNPLACED ? null : stored.position();
    }

    /**
     * A fact and where it is recorded.
     *
     * @param position null if the log does not tell
     * @param replayed whether it was recorded by an earlier command
     */
    public record Landed<E extends Event>(E fact, @Nullable Long position, boolean replayed) {}
}
