package com.hotpotspot.command.dispatch;

import com.hotpotspot.command.policy.CommandRefused;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Refuses a command that its sender may not send. */
final class AuthorisationInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final Authorisation authorisation;

    AuthorisationInterceptor(Authorisation authorisation) {
        this.authorisation = authorisation;
    }

    /** @throws CommandRefused if it may not be handled */
    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        CommandMessage<?> message = unitOfWork.getMessage();
        authorisation.mayHandle(Command.in(message), message.getMetaData()).orElseRefuse();
        return chain.proceed();
    }
}
