package com.hotpotspot.command.dispatch;

import static java.util.Objects.requireNonNull;

import com.hotpotspot.eventlog.AxonServerEventLog;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.AxonException;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Sends commands through Axon Server so that their senders see what they would see of a command handled right here: the
 * same outcome, but for its position, and the same exceptions.
 *
 * <p>After a connection was lost Axon Server may know no handler for a command until the handlers have come back. Such
 * a command reached nobody, so it is sent again for a short time.
 */
final class TravellingCommandBus extends ForwardingCommandBus implements Lifecycle {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final AxonServerCommandBus server;
    private final Executor later;

    TravellingCommandBus(AxonServerCommandBus server) {
        super(server);
        this.server = server;
        this.later =
                CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);
    }

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
        server.registerLifecycleHandlers(lifecycle);
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        send(command, callback, System.nanoTime() + PATIENCE.toNanos());
    }

    @SuppressWarnings("unchecked") // a command's type parameter names what its handler answers
    private <C, R> void send(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback, long deadline) {
        server.<C, Object>dispatch(command, (sent, result) -> {
            if (reachedNobody(result) && System.nanoTime() < deadline) {
                later.execute(() -> send(command, callback, deadline));
            } else {
                callback.onResult(command, (CommandResultMessage<R>) arrived(result));
            }
        });
    }

    private static boolean reachedNobody(CommandResultMessage<?> result) {
        return result.isExceptional() && result.exceptionResult() instanceof NoHandlerForCommandException;
    }

    private static CommandResultMessage<?> arrived(CommandResultMessage<?> result) {
        if (result.isExceptional()) {
            return new GenericCommandResultMessage<>(failure(result.exceptionResult()), result.getMetaData());
        }
        CommandOutcome<Object> outcome = new CommandOutcome<>(requireNonNull(result.getPayload()));
        if (Boolean.parseBoolean(String.valueOf(result.getMetaData().get(ReceivingCommandBus.CHANGED)))) {
            outcome.landed();
        }
        return new GenericCommandResultMessage<Object>(outcome, result.getMetaData());
    }

    /**
     * What has no details of ours was said by Axon Server or the way there; whether the command was handled is open.
     */
    private static Throwable failure(Throwable thrown) {
        if (thrown instanceof CommandExecutionException remote) {
            return remote.<RemoteFailure>getDetails()
                    .map(RemoteFailure::asException)
                    .orElseGet(() -> new EventLogUnavailableException("no answer to the command", remote));
        }
        if (thrown instanceof ConcurrencyException) {
            return thrown;
        }
        // A connection that breaks while a command is being sent fails with the connector's own exception, wrapped.
        return thrown instanceof AxonException || AxonServerEventLog.isUnreachable(thrown)
                ? new EventLogUnavailableException("could not send the command", thrown)
                : thrown;
    }
}
