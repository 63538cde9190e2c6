package com.hotpotspot.eventlog;

import com.hotpotspot.events.idempotency.IdempotencyKey;
import com.hotpotspot.events.idempotency.IdempotencyKeyUsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Uses up a command's idempotency key together with what the command records: in the same append, so that neither is
 * there without the other, and without a round trip of its own.
 */
public final class KeyedAppend {

    private static final String KEY = "idempotencyKey";
    private static final String RESOURCE = "idempotencyResource";
    private static final String FINGERPRINT = "idempotencyFingerprint";

    private static final String REPEAT = "idempotencyRepeat";

    /** What a command's metadata says if its request was carried out before under its key: nothing is recorded. */
    public static final Map<String, String> REPEATED = Map.of(REPEAT, "true");

    private KeyedAppend() {}

    /** What a command's metadata says so that the key is used up; no event's metadata ever says it. */
    public static Map<String, String> metadata(IdempotencyKeyUsed use) {
        return Map.of(KEY, use.key().value(), RESOURCE, use.resource(), FINGERPRINT, use.fingerprint());
    }

    /**
     * The events of the current unit of work, behind the use of its key if it has one; none if that was used before.
     */
    static List<? extends EventMessage<?>> of(List<? extends EventMessage<?>> events) {
        if (events.isEmpty() || !CurrentUnitOfWork.isStarted()) {
            return events;
        }
        Message<?> cause = CurrentUnitOfWork.get().root().getMessage();
        MetaData command = cause == null ? MetaData.emptyInstance() : cause.getMetaData();
        if (command.containsKey(REPEAT)) {
            return List.of();
        }
        if (!(command.get(KEY) instanceof String key)) {
            return events;
        }
        IdempotencyKeyUsed use = new IdempotencyKeyUsed(
                new IdempotencyKey(key),
                String.valueOf(command.get(RESOURCE)),
                String.valueOf(command.get(FINGERPRINT)));
        List<EventMessage<?>> keyed = new ArrayList<>(events.size() + 1);
        keyed.add(new GenericDomainEventMessage<>(
                use.key().stream().kind(),
                use.key().stream().toString(),
                0,
                use,
                events.getFirst().getMetaData()));
        keyed.addAll(events);
        return keyed;
    }
}
