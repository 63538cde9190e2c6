package com.hotpotspot.command.dispatch;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/** A command bus in front of another; only how results come back differs. */
abstract class ForwardingCommandBus implements CommandBus {

    private final CommandBus next;

    ForwardingCommandBus(CommandBus next) {
        this.next = next;
    }

    final CommandBus next() {
        return next;
    }

    @Override
    public final <C> void dispatch(CommandMessage<C> command) {
        dispatch(command, (sent, result) -> {});
    }

    @Override
    public final Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        return next.subscribe(commandName, handler);
    }

    @Override
    public final Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        return next.registerDispatchInterceptor(interceptor);
    }

    @Override
    public final Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        return next.registerHandlerInterceptor(interceptor);
    }
}
