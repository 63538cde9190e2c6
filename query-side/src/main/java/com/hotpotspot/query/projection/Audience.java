package com.hotpotspot.query.projection;

import com.hotpotspot.events.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which projections want to see which events. */
record Audience(Map<Class<? extends Event>, List<ProjectionName>> wanting) {

    static Audience of(Collection<? extends Projection<?>> projections) {
        Map<Class<? extends Event>, List<ProjectionName>> wanting = new HashMap<>();
        for (Projection<?> projection : projections) {
            projection
                    .interests()
                    .forEach(event -> wanting.computeIfAbsent(event, key -> new ArrayList<>())
                            .add(projection.name()));
        }
        return new Audience(wanting);
    }

    /** Those that want to see events of this kind. */
    List<ProjectionName> of(Class<? extends Event> event) {
        return wanting.getOrDefault(event, List.of());
    }
}
