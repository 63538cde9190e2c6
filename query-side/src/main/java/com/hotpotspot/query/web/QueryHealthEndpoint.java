package com.hotpotspot.query.web;

import com.hotpotspot.access.Public;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.query.projection.ProjectionPositions;
import com.hotpotspot.query.projection.ProjectionState;
import com.hotpotspot.query.projection.Projections;
import com.hotpotspot.query.projection.Snapshots;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/**
 * Says how far each projection has come. A projection that stands still leaves the server up, but not well; so does a
 * log that cannot be reached, and a projection that is ahead of the log, which knows what the log has lost. An alarm
 * says that somebody has to act before anything here may be relied on.
 */
@RestController
final class QueryHealthEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(QueryHealthEndpoint.class);

    private final EventLog log;
    private final Projections projections;
    private final ProjectionPositions positions;
    private final Snapshots snapshots;
    private final List<Alarm> alarms;

    QueryHealthEndpoint(
            EventLog log,
            Projections projections,
            ProjectionPositions positions,
            Snapshots snapshots,
            List<Alarm> alarms) {
        this.log = log;
        this.projections = projections;
        this.positions = positions;
        this.snapshots = snapshots;
        this.alarms = List.copyOf(alarms);
    }

    @GetMapping("/api/v1/health")
    @Public
    Answer<Health> health(ServerWebExchange exchange) {
        Parameters.none(exchange);
        List<ProjectionHealth> each = snapshots.read(
                () -> projections.states().stream().map(this::health).toList());
        // Read after the positions, so that none of them can be beyond it only because the log has grown.
        Long head = head();
        boolean well = head != null
                && isWhole()
                && each.stream().allMatch(projection -> projection.working() && projection.position() <= head);
        String reason = alarms.stream()
                .flatMap(alarm -> alarm.sentence().stream())
                .findFirst()
                .orElse(null);
        Status status = reason != null ? Status.DOWN : well ? Status.UP : Status.DEGRADED;
        return Answer.of(new Health(status, each, head, reason));
    }

    private @Nullable Long head() {
        try {
            return log.head();
        } catch (EventLogUnavailableException e) {
            LOG.debug("The log cannot be reached", e);
            return null;
        }
    }

    private boolean isWhole() {
        try {
            log.requireWhole();
            return true;
        } catch (EventLogUnavailableException e) {
            LOG.debug("The log is not whole, or cannot be reached", e);
            return false;
        }
    }

    private ProjectionHealth health(ProjectionState state) {
        return new ProjectionHealth(
                state.name().name(), state.name().version(), state.working(), positions.of(state.name()));
    }

    /**
     * How this side does its work.
     *
     * @param head the position of the log's last event, −1 for an empty log, null while it cannot be reached
     * @param reason why it is down, and what to do; null while it is not
     */
    record Health(
            Status status,
            List<ProjectionHealth> projections,
            @Nullable Long head,
            @Nullable String reason) {}

    record ProjectionHealth(String name, int version, boolean working, long position) {}

    enum Status {
        UP,
        DEGRADED,
        DOWN
    }
}
