package com.hotpotspot.query.web;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.query.pool.Purpose;
import com.hotpotspot.query.projection.ParkedEvents;
import com.hotpotspot.query.projection.ProjectionName;
import com.hotpotspot.query.projection.ProjectionState;
import com.hotpotspot.query.projection.Projections;
import com.hotpotspot.query.projection.Versions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** How far each projection is behind the log, and how many events it is without. No value while nobody can tell. */
@Component
final class ProjectionMetrics implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionMetrics.class);

    private final EventLog log;
    private final Projections projections;
    private final Versions versions;
    private final ParkedEvents parkedEvents;

    ProjectionMetrics(EventLog log, Projections projections, Versions versions, ParkedEvents parkedEvents) {
        this.log = log;
        this.projections = projections;
        this.versions = versions;
        this.parkedEvents = parkedEvents;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (ProjectionState state : projections.states()) {
            ProjectionName name = state.name();
            Gauge.builder("hotpotspot.projection.lag", () -> known(() -> log.head() - versions.position(name)))
                    .description("Events of the log that the projection has not come to yet")
                    .tag("projection", name.toString())
                    .register(meters);
            Gauge.builder("hotpotspot.projection.parked", () -> known(() -> parkedEvents.count(name)))
                    .description("Events that the projection could not take in and is without")
                    .tag("projection", name.toString())
                    .register(meters);
        }
    }

    private static @Nullable Number known(LongSupplier value) {
        try {
            return Purpose.WATCH.get(value::getAsLong);
        } catch (EventLogUnavailableException | DataAccessException e) {
            LOG.debug("A projection's figures cannot be told", e);
            return null;
        }
    }
}
