package com.hotpotspot.query.projection;

import com.hotpotspot.events.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.UnknownSerializedType;

/**
 * Hands a projection whole batches where Axon hands out single events. Events are collected while Axon walks through
 * its unit of work; the last one sets the projection to work, inside the transaction that is still open.
 */
final class BatchInvoker implements EventHandlerInvoker {

    private static final String BATCH = BatchInvoker.class.getName();

    private final ProjectionName name;
    private final Set<Class<? extends Event>> interests;
    private final Consumer<List<TrackedEventMessage<?>>> intake;

    /** @param intake takes in each batch, in the transaction of its last message */
    BatchInvoker(Projection<?> projection, Consumer<List<TrackedEventMessage<?>>> intake) {
        this.name = projection.name();
        this.interests = Set.copyOf(projection.interests());
        this.intake = intake;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        if (message.getPayloadType() == UnknownSerializedType.class) {
            // Whoever wrote it is newer than this build. To pass it over could make every later number wrong.
            throw new IllegalStateException(
                    "event %s is of a type that this build does not know, so projection %s waits"
                            .formatted(message.getIdentifier(), name));
        }
        return canHandleType(message.getPayloadType());
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return interests.contains(payloadType);
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        BatchingUnitOfWork<?> unitOfWork = (BatchingUnitOfWork<?>) CurrentUnitOfWork.get();
        List<TrackedEventMessage<?>> batch = unitOfWork.getOrComputeResource(BATCH, key -> new ArrayList<>());
        batch.add((TrackedEventMessage<?>) message);
        if (unitOfWork.isLastMessage()) {
            try {
                intake.accept(List.copyOf(batch));
            } catch (Error e) {
                // Axon's thread would end for good with an error; with an exception it tries again.
                throw new IllegalStateException("projection %s ran into an error".formatted(name), e);
            }
        }
    }
}
