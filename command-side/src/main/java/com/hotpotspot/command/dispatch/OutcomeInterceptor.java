package com.hotpotspot.command.dispatch;

import com.hotpotspot.eventlog.Appended;
import com.hotpotspot.eventlog.AxonServerLogStore;
import com.hotpotspot.eventlog.PostgresEventStorageEngine;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Wraps a handler's answer in a {@link CommandOutcome}. The answer exists before the events are appended, so the
 * outcome learns where they landed after the commit, which is before the sender sees it.
 */
final class OutcomeInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        CommandOutcome<Object> outcome = new CommandOutcome<>(chain.proceed());
        unitOfWork.afterCommit(committed -> {
            Appended appended = committed.root().getResource(PostgresEventStorageEngine.APPENDED);
            if (appended != null) {
                outcome.landedAt(appended);
            } else if (committed.root().getResource(AxonServerLogStore.RECORDED) != null) {
                outcome.landed();
            }
        });
        return outcome;
    }
}
