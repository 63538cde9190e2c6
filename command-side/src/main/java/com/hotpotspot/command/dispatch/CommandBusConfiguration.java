package com.hotpotspot.command.dispatch;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.commandhandling.gateway.ExponentialBackOffIntervalRetryScheduler;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CommandBusConfiguration {

    private static final long FIRST_RETRY_MILLIS = 5;
    private static final int RETRIES = 6;

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

    @Bean(destroyMethod = "shutdown")
    ScheduledExecutorService retryExecutor() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("hps-retry").factory());
    }

    @Bean
    CommandGateway commandGateway(CommandBus commandBus, ScheduledExecutorService retryExecutor) {
        RetryScheduler backOff = ExponentialBackOffIntervalRetryScheduler.builder()
                .retryExecutor(retryExecutor)
                .backoffFactor(FIRST_RETRY_MILLIS)
                .maxRetryCount(RETRIES)
                .build();
        return DefaultCommandGateway.builder()
                .commandBus(commandBus)
                .retryScheduler((command, failure, failures, dispatch) -> failure instanceof ConcurrencyException
                        && command.getPayload() instanceof Command<?> known
                        && known.worthRetrying()
                        && backOff.scheduleRetry(command, failure, failures, dispatch))
                .build();
    }
}
