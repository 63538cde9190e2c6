package com.hotpotspot.command.dispatch;

import com.hotpotspot.eventlog.Engine;
import com.hotpotspot.eventlog.Trail;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.commandhandling.gateway.ExponentialBackOffIntervalRetryScheduler;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
class CommandBusConfiguration {

    private static final long FIRST_RETRY_MILLIS = 5;
    private static final int RETRIES = 6;

    /** Handles a command on the thread that sends it. */
    @Bean
    @Profile(Engine.POSTGRES)
    CommandBus commandBus(CommandMetrics metrics) {
        return local(metrics);
    }

    /**
     * Hands a command to Axon Server, which gives all commands for one stream to the same process, be it this one or
     * another. There they are handled as they would be here, on virtual threads: Axon Server's permits bound how many
     * are in flight.
     */
    @Bean
    @Profile(Engine.AXON_SERVER)
    CommandBus travellingCommandBus(
            AxonServerConnectionManager connections,
            AxonServerConfiguration configuration,
            RoutingStrategy routing,
            @Qualifier("messageSerializer") Serializer serializer,
            CommandMetrics metrics) {
        return new TravellingCommandBus(AxonServerCommandBus.builder()
                .axonServerConnectionManager(connections)
                .configuration(configuration)
                .localSegment(new ReceivingCommandBus(local(metrics)))
                .routingStrategy(routing)
                .serializer(serializer)
                .executorServiceBuilder((ignored, queue) -> Executors.newVirtualThreadPerTaskExecutor())
                .build());
    }

    /** There is no transaction manager on purpose: one would pin a database connection to every command in flight. */
    private static CommandBus local(CommandMetrics metrics) {
        SimpleCommandBus commandBus =
                SimpleCommandBus.builder().messageMonitor(metrics).build();
        commandBus.registerHandlerInterceptor(new AuthorisationInterceptor());
        commandBus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(
                command -> Trail.carriedOn(command.getMetaData(), command.getIdentifier())));
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
