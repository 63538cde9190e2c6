package com.hotpotspot.command.dispatch;

import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.NewEvent;
import com.hotpotspot.eventlog.SequenceTakenException;
import com.hotpotspot.events.idempotency.IdempotencyKeyUsed;
import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends commands and waits for their outcome. */
@Component
public class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final CommandGateway gateway;
    private final EventLog log;
    private final Clock clock;

    Commands(CommandGateway gateway, EventLog log, Clock clock) {
        this.gateway = gateway;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Handles a command now, on the caller's thread. One that lost a race is decided again shortly after, where that
     * {@linkplain Command#worthRetrying() makes sense}.
     *
     * @throws CommandRefused if a policy forbids it, or the caller may no longer do what they could when they came
     * @throws org.axonframework.modelling.command.ConcurrencyException if other commands were faster in the same stream
     * @throws com.hotpotspot.eventlog.EventLogUnavailableException if the log cannot be reached or is too busy
     */
    @SuppressWarnings("unchecked") // a command's type parameter names what its handler answers
    public <R> CommandOutcome<R> send(Command<R> command, Caller caller) {
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
