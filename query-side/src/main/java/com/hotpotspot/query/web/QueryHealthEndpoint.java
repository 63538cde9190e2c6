package com.hotpotspot.query.web;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.query.projection.ProjectionPositions;
import com.hotpotspot.query.projection.ProjectionState;
import com.hotpotspot.query.projection.Projections;
import com.hotpotspot.query.projection.Snapshots;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** Says how far each projection has come. A projection that stands still leaves the server up, but not well. */
@RestController
final class QueryHealthEndpoint {

    private final EventLog log;
    private final Projections projections;
    private final ProjectionPositions positions;
    private final Snapshots snapshots;

    QueryHealthEndpoint(EventLog log, Projections projections, ProjectionPositions positions, Snapshots snapshots) {
        this.log = log;
        this.projections = projections;
        this.positions = positions;
        this.snapshots = snapshots;
    }

    @GetMapping("/api/v1/health")
    Answer<Health> health(ServerWebExchange exchange) {
        Parameters.none(exchange);
        List<ProjectionHealth> each = snapshots.read(
                () -> projections.states().stream().map(this::health).toList());
        Status status = each.stream().allMatch(ProjectionHealth::working) ? Status.UP : Status.DEGRADED;
        return Answer.of(new Health(status, each, log.head()));
    }

    private ProjectionHealth health(ProjectionState state) {
        return new ProjectionHealth(
                state.name().name(), state.name().version(), state.working(), positions.of(state.name()));
    }

    /** @param head the position of the log's last event, −1 for an empty log */
    record Health(Status status, List<ProjectionHealth> projections, long head) {}

    record ProjectionHealth(String name, int version, boolean working, long position) {}

    enum Status {
        UP,
        DEGRADED
    }
}
