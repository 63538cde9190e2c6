package com.hotpotspot.query.projection;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Runs every projection, each on a tracking processor and a thread of its own. They start before the server takes
 * requests and stop after it.
 *
 * <p>An event that a projection cannot take in is {@linkplain ParkedEvents parked}, and the projection goes on without
 * it. Where something else fails, the database or the log, the batch is undone, logged and tried again, every few
 * seconds in the long run, and nothing is skipped: the projection stands still, which its position shows. So it does
 * before an event that is newer than this build.
 */
@Component
public final class Projections implements SmartLifecycle {

    /** The channel on which a projection says its name whenever it has committed a batch. */
    public static final String CHANNEL = "hps_projection";

    /** How long a stop waits for a batch that is under way before it interrupts it; the batch then comes again. */
    private static final long STOP_MILLIS = 5_000;

    private final List<Processor> processors;

    private volatile boolean running;

    Projections(
            List<Projection<?>> projections,
            StreamableMessageSource<TrackedEventMessage<?>> eventStore,
            TokenStore tokenStore,
            TransactionManager transactionManager,
            PlatformTransactionManager savepoints,
            ParkedEvents parkedEvents,
            JdbcOperations jdbc,
            Serializer eventSerializer,
            ProjectionSettings settings) {
        TrackingEventProcessorConfiguration configuration =
                TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(settings.batchSize())
                        // Axon's own default would wrap the tokens of a first run in replay tokens.
                        .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                        .andEventAvailabilityTimeout(settings.idle().toMillis(), TimeUnit.MILLISECONDS)
                        .andWorkerTerminationTimeout(STOP_MILLIS, TimeUnit.MILLISECONDS);
        processors = projections.stream()
                .map(projection -> {
                    BatchInvoker invoker = invoker(projection, new Intake(projection, parkedEvents, savepoints), jdbc);
                    return new Processor(
                            projection.name(),
                            new SoonBackProcessor(TrackingEventProcessor.builder()
                                    .name(projection.name().toString())
                                    .eventHandlerInvoker(invoker)
                                    .messageSource(new BoundedBatches(
                                            eventStore,
                                            event -> invoker.canHandleType(event.getPayloadType()),
                                            eventSerializer))
                                    .tokenStore(tokenStore)
                                    .transactionManager(transactionManager)
                                    .trackingEventProcessorConfiguration(configuration)));
                })
                .toList();
    }

    private static BatchInvoker invoker(Projection<?> projection, Intake intake, JdbcOperations jdbc) {
        return new BatchInvoker(projection, batch -> {
            intake.take(batch);
            announce(jdbc, projection.name());
        });
    }

    private static void announce(JdbcOperations jdbc, ProjectionName name) {
        jdbc.query("select pg_notify(?, ?)", row -> {}, CHANNEL, name.toString());
    }

    /** Whether each projection does its work at the moment, in the order of their names. */
    public List<ProjectionState> states() {
        return processors.stream()
                .map(processor -> new ProjectionState(processor.name(), processor.isWorking()))
                .toList();
    }

    @Override
    public void start() {
        processors.forEach(processor -> processor.axon().start());
        running = true;
    }

    @Override
    public void stop() {
        CompletableFuture.allOf(processors.stream()
                        .map(processor -> processor.axon().shutdownAsync())
                        .toArray(CompletableFuture[]::new))
                .join();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Long before the web server's phases, which lie at the other end. */
    @Override
    public int getPhase() {
        return 0;
    }

    private record Processor(ProjectionName name, TrackingEventProcessor axon) {

        boolean isWorking() {
            return axon.isRunning()
                    && !axon.isError()
                    && axon.processingStatus().values().stream().noneMatch(EventTrackerStatus::isErrorState);
        }
    }
}
