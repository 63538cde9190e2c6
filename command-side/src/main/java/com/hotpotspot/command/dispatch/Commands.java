package com.hotpotspot.command.dispatch;

import com.hotpotspot.command.policy.CommandRefused;
import com.hotpotspot.command.policy.RefusalCode;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Sends commands and waits for their outcome. */
@Component
public class Commands {

    private final CommandGateway gateway;

    Commands(CommandGateway gateway) {
        this.gateway = gateway;
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
            throw new CommandRefused(RefusalCode.FORBIDDEN, "What the caller came with was taken away meanwhile.");
        }
        FutureCallback<Object, Object> callback = new FutureCallback<>();
        gateway.<Object, Object>send(new GenericCommandMessage<>(command, caller.metadata(command)), callback);
        CommandResultMessage<?> result = callback.getResult();
        if (result.isExceptional()) {
            throw failure(result.exceptionResult());
        }
        return (CommandOutcome<R>) result.getPayload();
    }

    private static RuntimeException failure(Throwable cause) {
        return cause instanceof RuntimeException known
                ? known
                : new CommandExecutionException("the command's handler failed", cause);
    }
}
