package com.hotpotspot.events.json;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.hotpotspot.events.Event;
import com.hotpotspot.events.EventName;
import com.hotpotspot.events.account.AccountEvent;
import com.hotpotspot.events.audit.AuditEvent;
import com.hotpotspot.events.export.ExportEvent;
import com.hotpotspot.events.idempotency.IdempotencyEvent;
import com.hotpotspot.events.network.NetworkEvent;
import com.hotpotspot.events.network.NodeEvent;
import com.hotpotspot.events.policy.PolicyEvent;
import com.hotpotspot.events.projection.ProjectionEvent;
import com.hotpotspot.events.sale.SaleEvent;
import com.hotpotspot.events.wallet.WalletEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one registry of event names: what it does not find can neither be written nor read. It holds whatever the sealed
 * interface of a feature permits, under the {@link EventName} that each record bears.
 */
public final class EventTypes {

    /** The features; the only thing that is listed here. */
    private static final List<Class<? extends Event>> FEATURES = List.of(
            NetworkEvent.class,
            NodeEvent.class,
            SaleEvent.class,
            PolicyEvent.class,
            WalletEvent.class,
            IdempotencyEvent.class,
            AccountEvent.class,
            AuditEvent.class,
            ExportEvent.class,
            ProjectionEvent.class);

    private static final List<EventType> ALL = gathered(FEATURES);

    private static final Map<String, EventType> BY_NAME =
            ALL.stream().collect(toUnmodifiableMap(EventType::name, identity()));
    private static final Map<Class<?>, EventType> BY_CLASS =
            ALL.stream().collect(toUnmodifiableMap(EventType::payload, identity()));

    private EventTypes() {}

    /** All events, feature by feature, in the order in which each feature permits its own. */
    public static List<EventType> all() {
        return ALL;
    }

    public static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static Optional<EventType> of(Class<?> payload) {
        return Optional.ofNullable(BY_CLASS.get(payload));
    }

    /** The names of all events of some features, or of some kinds of events. */
    public static Set<String> namesOf(Collection<? extends Class<? extends Event>> features) {
        return ALL.stream()
                .filter(type -> features.stream().anyMatch(feature -> feature.isAssignableFrom(type.payload())))
                .map(EventType::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws IllegalStateException if an event bears no name, or that of another */
    static List<EventType> gathered(List<? extends Class<? extends Event>> features) {
        List<EventType> types = features.stream()
                .flatMap(EventTypes::recordsOf)
                .map(EventTypes::typeOf)
                .toList();
        Set<String> names = new HashSet<>();
        for (EventType type : types) {
            if (!names.add(type.name())) {
                throw new IllegalStateException("two events are called " + type.name());
            }
        }
        return types;
    }

    private static Stream<Class<? extends Event>> recordsOf(Class<? extends Event> events) {
        return events.isSealed()
                ? Stream.of(events.getPermittedSubclasses())
                        .flatMap(permitted -> recordsOf(permitted.asSubclass(Event.class)))
                : Stream.of(events);
    }

    private static EventType typeOf(Class<? extends Event> event) {
        EventName name = event.getAnnotation(EventName.class);
        if (name == null) {
            throw new IllegalStateException(event.getName() + " has no @EventName");
        }
        return new EventType(name.value(), name.revision(), event);
    }
}
