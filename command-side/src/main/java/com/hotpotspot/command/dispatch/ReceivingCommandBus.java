package com.hotpotspot.command.dispatch;

import static java.util.Objects.requireNonNull;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.MetaData;

/**
 * Where commands arrive that travelled: makes of each result what survives the way back. {@link TravellingCommandBus}
 * is the other end.
 */
final class ReceivingCommandBus extends ForwardingCommandBus {

    /** Key of a result's metadata, saying whether the command changed anything. */
    static final String CHANGED = "changed";

    ReceivingCommandBus(CommandBus local) {
        super(local);
    }

    @Override
    @SuppressWarnings("unchecked") // the sender knows the type of its answer, we do not
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        next().<C, Object>dispatch(
                        command,
                        (handled, result) -> callback.onResult(handled, (CommandResultMessage<R>) travelling(result)));
    }

    private static CommandResultMessage<?> travelling(CommandResultMessage<?> result) {
        if (result.isExceptional()) {
            Throwable cause = result.exceptionResult();
            RemoteFailure failure = RemoteFailure.of(cause);
            return new GenericCommandResultMessage<>(
                    new CommandExecutionException(failure.reason(), cause, failure), result.getMetaData());
        }
        CommandOutcome<?> outcome = requireNonNull((CommandOutcome<?>) result.getPayload());
        MetaData metadata = result.getMetaData().and(CHANGED, Boolean.toString(outcome.changed()));
        return new GenericCommandResultMessage<Object>(requireNonNull(outcome.result()), metadata);
    }
}
