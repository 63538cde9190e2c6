package com.hotpotspot.command.dispatch;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CommandBusConfiguration {

    /**
     * Handles a command on the thread that sends it. There is no transaction manager on purpose: one would pin a
     * database connection to every command in flight.
     */
    @Bean
    CommandBus commandBus() {
        SimpleCommandBus commandBus = SimpleCommandBus.builder().build();
        commandBus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(new Trail()));
        commandBus.registerHandlerInterceptor(new OutcomeInterceptor());
        return commandBus;
    }
}
