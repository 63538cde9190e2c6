package com.hotpotspot.query.projection;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.hotpotspot.events.Event;
import com.hotpotspot.events.projection.ParkedEventDiscarded;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The projections of this build. */
@Component
final class Declared {

    private final Map<ProjectionName, Projection<?>> byName;
    private final Set<Class<? extends Event>> interests;

    Declared(List<Projection<?>> projections) {
        byName = projections.stream().collect(toUnmodifiableMap(Projection::name, each -> each));
        interests = Stream.concat(
                        Stream.of(ParkedEventDiscarded.class),
                        projections.stream().flatMap(each -> each.interests().stream()))
                .collect(toUnmodifiableSet());
    }

    Set<ProjectionName> names() {
        return byName.keySet();
    }

    Optional<Projection<?>> named(ProjectionName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The events that any of them wants to see, or who leads them along the log. */
    Set<Class<? extends Event>> interests() {
        return interests;
    }
}
