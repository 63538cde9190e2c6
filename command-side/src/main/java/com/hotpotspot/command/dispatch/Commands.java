package com.hotpotspot.command.dispatch;

import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.command.verdict.NotReadyException;
import com.hotpotspot.eventlog.Appended;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.NewEvent;
import com.hotpotspot.eventlog.SequenceTakenException;
import com.hotpotspot.events.idempotency.IdempotencyKeyUsed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The one way in for commands, so that sending one again is always safe. What differs from command to command is asked
 * of the {@linkplain Command command}.
 */
@Component
public class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final CommandGateway gateway;
    private final Turns turns;
    private final EventLog log;
    private final Clock clock;

    Commands(CommandGateway gateway, Turns turns, EventLog log, Clock clock) {
        this.gateway = gateway;
        this.turns = turns;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Has a command decided now, on the caller's thread. One that lost a race is decided again shortly after, where
     * that {@linkplain Command#worthRetrying() makes sense}.
     *
     * @throws CommandRefused if a policy forbids it, what it is about does not exist, or the caller may no longer do
     *     what they could when they came; and it was not carried out before
     * @throws NotReadyException if it depends on others, of which too many wait
     * @throws ConcurrencyException if other commands were faster in the same stream
     * @throws com.hotpotspot.eventlog.EventLogUnavailableException if the log cannot be reached or is too busy
     */
    public <R> Landed<R> send(Command<R> command, Caller caller) {
        return command.dependsOnOthers() ? turns.take(() -> decide(command, caller)) : decide(command, caller);
    }

    /** Nothing is read before the append: what was there before is looked for where that did not come about. */
    private <R> Landed<R> decide(Command<R> command, Caller caller) {
        CommandOutcome<R> outcome;
        try {
            outcome = handle(command, caller);
        } catch (CommandRefused e) {
            // What was recorded while it was allowed stays recorded, but is not told to whoever it cannot belong to.
            if (e.isFor(GeneralCode.FORBIDDEN)) {
                throw e;
            }
            return before(command, caller, null).orElseThrow(() -> e);
        } catch (ConcurrencyException e) {
            return before(command, caller, null).orElseThrow(() -> e);
        } catch (AggregateNotFoundException e) {
            throw command.unknown();
        }
        return outcome.changed()
                ? landed(command, outcome)
                : before(command, caller, outcome.result()).orElseGet(() -> new Landed<>(outcome.result(), null, true));
    }

    private <R> Optional<Landed<R>> before(Command<R> command, Caller caller, @Nullable R answer) {
        return command.before(new Repetition<>(log, command.stream(), caller, clock.instant(), answer));
    }

    private <R> Landed<R> landed(Command<R> command, CommandOutcome<R> outcome) {
        Long position = outcome.appended().map(Appended::last).orElse(null);
        if (command.isKnownByHeart()) {
            turns.awaitKnown(position == null ? log.head() : position);
        }
        return new Landed<>(outcome.result(), position, false);
    }

    @SuppressWarnings("unchecked") // a command's type parameter names what its handler answers
    private <R> CommandOutcome<R> handle(Command<R> command, Caller caller) {
        if (!caller.standing().isGood()) {
            throw new CommandRefused(GeneralCode.FORBIDDEN, "What the caller came with was taken away meanwhile.");
        }
        FutureCallback<Object, Object> callback = new FutureCallback<>();
        gateway.<Object, Object>send(new GenericCommandMessage<>(command, caller.metadata(command)), callback);
        CommandResultMessage<?> result = callback.getResult();
        if (result.isExceptional()) {
            throw failure(result.exceptionResult());
        }
        CommandOutcome<R> outcome = (CommandOutcome<R>) result.getPayload();
        if (!outcome.changed()) {
            caller.unusedKey().ifPresent(use -> useUp(use, caller));
        }
        return outcome;
    }

    /** By itself, since there is nothing to use it up with; or the request would do later what was true already. */
    private void useUp(IdempotencyKeyUsed use, Caller caller) {
        try {
            log.append(List.of(NewEvent.of(use.key().stream(), 0, use, caller.ofTheRequest(), clock.instant())));
        } catch (SequenceTakenException e) {
            LOG.debug("The same request used up its key in another process", e);
        }
    }

    private static RuntimeException failure(Throwable cause) {
        return cause instanceof RuntimeException known
                ? known
                : new CommandExecutionException("the command's handler failed", cause);
    }
}
