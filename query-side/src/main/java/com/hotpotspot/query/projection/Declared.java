package com.hotpotspot.query.projection;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The projections of this build. */
@Component
final class Declared {

    private final Map<ProjectionName, Projection<?>> byName;
    private final Audience audience;

    Declared(List<Projection<?>> projections) {
        byName = projections.stream().collect(toUnmodifiableMap(Projection::name, each -> each));
        audience = Audience.of(projections);
    }

    Set<ProjectionName> names() {
        return byName.keySet();
    }

    Optional<Projection<?>> named(ProjectionName name) {
        return Optional.ofNullable(byName.get(name));
    }

    Audience audience() {
        return audience;
    }
}
