package com.hotpotspot.command.dispatch;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Sends commands and waits for their outcome, on the caller's thread. */
@Component
public class Commands {

    private final CommandBus commandBus;

    Commands(CommandBus commandBus) {
        this.commandBus = commandBus;
    }

    /**
     * Handles a command now.
     *
     * @throws com.hotpotspot.command.policy.CommandRefused if a policy forbids it
     * @throws org.axonframework.modelling.command.ConcurrencyException if another command was faster in the same stream
     * @throws com.hotpotspot.eventlog.EventLogUnavailableException if the log cannot be reached
     */
    @SuppressWarnings("unchecked") // a command's type parameter names what its handler answers
    public <R> CommandOutcome<R> send(Command<R> command, Caller caller) {
        FutureCallback<Command<R>, Object> callback = new FutureCallback<>();
        MetaData metadata = caller.metadata();
        commandBus.dispatch(new GenericCommandMessage<>(command, metadata), callback);
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
