package com.hotpotspot.command.dispatch;

import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.command.verdict.Verdict;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Refuses a command that its sender may not send: one about a node or a holder that their role is not about. It is
 * asked for every command, in the process that handles it and before anything is loaded. Which roles may come through
 * which door is the door's own business.
 */
final class AuthorisationInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    /** @throws CommandRefused if it may not be handled */
    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        CommandMessage<?> message = unitOfWork.getMessage();
        senderReaches(Command.in(message), message.getMetaData()).orElseRefuse();
        return chain.proceed();
    }

    private static Verdict senderReaches(Command<?> command, MetaData metadata) {
        return Sender.of(metadata)
                .map(sender -> sender.maySend(command)
                        ? Verdict.allowed()
                        : forbidden("The role %s is not about this; it was granted for something else."
                                .formatted(sender.role())))
                .orElseGet(() -> forbidden("Nobody is named who sends this."));
    }

    private static Verdict forbidden(String reason) {
        return Verdict.refused(GeneralCode.FORBIDDEN, reason);
    }
}
