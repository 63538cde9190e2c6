package com.hotpotspot.query.projection;

import com.hotpotspot.events.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a projection its batches, and parks what it cannot take in. A batch that fails because of its data is undone up
 * to a savepoint and taken in event by event, so that only the culprits are left out; all of it happens in the one
 * transaction that also keeps the position. A failure that is nobody's data undoes everything, and the batch comes
 * again.
 */
final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Projection<?> projection;
    private final ParkedEvents parkedEvents;
    private final TransactionTemplate savepoint;

    Intake(Projection<?> projection, ParkedEvents parkedEvents, PlatformTransactionManager transactions) {
        this.projection = projection;
        this.parkedEvents = parkedEvents;
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Takes in a batch, within the transaction that has been begun. */
    void take(List<TrackedEventMessage<?>> messages) {
        List<Fault> faults = new ArrayList<>();
        List<Recorded> batch = readable(messages, faults);
        Optional<RuntimeException> failure = batch.isEmpty() ? Optional.empty() : attempt(batch);
        if (failure.isPresent()) {
            if (batch.size() == 1) {
                faults.add(fault(batch.getFirst(), failure.get()));
            } else {
                batch.forEach(
                        event -> attempt(List.of(event)).ifPresent(itsFailure -> faults.add(fault(event, itsFailure))));
            }
        }
        if (!faults.isEmpty()) {
            parkedEvents.park(projection.name(), faults);
            LOG.warn(
                    "Projection {} goes on without {} event(s) that it cannot take in. First {} at position {}: {}",
                    projection.name(),
                    faults.size(),
                    faults.getFirst().type(),
                    faults.getFirst().position(),
                    faults.getFirst().reason());
        }
    }

    private static List<Recorded> readable(List<TrackedEventMessage<?>> messages, List<Fault> faults) {
        List<Recorded> readable = new ArrayList<>(messages.size());
        for (TrackedEventMessage<?> message : messages) {
            long position = message.trackingToken()
                    .position()
                    .orElseThrow(() -> new IllegalStateException("a token of the log is a position"));
            try {
                readable.add(new Recorded(position, message.getTimestamp(), (Event) message.getPayload()));
            } catch (RuntimeException e) {
                rethrowUnlessOfTheEvent(e);
                faults.add(Fault.of(position, message.getPayloadType(), e));
            }
        }
        return readable;
    }

    /** @return why the projection cannot take them in; empty if it has */
    private Optional<RuntimeException> attempt(List<Recorded> events) {
        try {
            savepoint.executeWithoutResult(nested -> projection.project(events));
            return Optional.empty();
        } catch (RuntimeException e) {
            rethrowUnlessOfTheEvent(e);
            LOG.debug("Projection {} cannot take in {} event(s)", projection.name(), events.size(), e);
            return Optional.of(e);
        }
    }

    private static void rethrowUnlessOfTheEvent(RuntimeException failure) {
        if (!Fault.isOfTheEvent(failure)) {
            throw failure;
        }
    }

    private static Fault fault(Recorded recorded, RuntimeException failure) {
        return Fault.of(recorded.position(), recorded.event().getClass(), failure);
    }
}
