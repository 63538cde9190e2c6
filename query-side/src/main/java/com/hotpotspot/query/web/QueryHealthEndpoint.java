package com.hotpotspot.query.web;

import com.hotpotspot.access.Public;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.limits.AskedTogether;
import com.hotpotspot.query.pool.Purpose;
import com.hotpotspot.query.projection.ParkedEvents;
import com.hotpotspot.query.projection.ProjectionState;
import com.hotpotspot.query.projection.Projections;
import com.hotpotspot.query.projection.Snapshots;
import com.hotpotspot.query.projection.Versions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/**
 * Says how far each projection has come. A projection that stands still leaves the server up, but not well; so does one
 * that is without events it could not take in, a log that cannot be reached, and a projection that is ahead of the log,
 * which knows what the log has lost. An alarm says that somebody has to act before anything here may be relied on.
 */
@RestController
final class QueryHealthEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(QueryHealthEndpoint.class);

    private final EventLog log;
    private final Projections projections;
    private final Versions versions;
    private final ParkedEvents parkedEvents;
    private final Snapshots snapshots;
    private final List<Alarm> alarms;
    private final AskedTogether<Health> health;

    QueryHealthEndpoint(
            EventLog log,
            Projections projections,
            Versions versions,
            ParkedEvents parkedEvents,
            Snapshots snapshots,
            List<Alarm> alarms) {
        this.log = log;
        this.projections = projections;
        this.versions = versions;
        this.parkedEvents = parkedEvents;
        this.snapshots = snapshots;
        this.alarms = List.copyOf(alarms);
        this.health = new AskedTogether<>(() -> Purpose.WATCH.get(this::now));
    }

    @GetMapping("/api/v1/health")
    @Operation(operationId = "health", summary = "How far the projections have come")
    @Public
    Answer<Health> health(ServerWebExchange exchange) {
        Parameters.none(exchange);
        return Answers.of(health.ask());
    }

    private Health now() {
        List<ProjectionHealth> each = snapshots.read(
                () -> projections.states().stream().map(this::health).toList());
        // Read after the positions, so that none of them can be beyond it only because the log has grown.
        Long head = head();
        boolean well = head != null
                && isWhole()
                && each.stream().allMatch(projection -> projection.isWell() && projection.position() <= head);
        String reason = alarms.stream()
                .flatMap(alarm -> alarm.sentence().stream())
                .findFirst()
                .orElse(null);
        Status status = reason != null ? Status.DOWN : well ? Status.UP : Status.DEGRADED;
        return new Health(status, each, head, reason != null ? reason : parked(each));
    }

    private static @Nullable String parked(List<ProjectionHealth> each) {
        return each.stream()
                .filter(projection -> projection.parked() > 0)
                .findFirst()
                .map(projection -> String.format(
                        Locale.ROOT,
                        "The projection %s is without %d event(s) that it could not take in. GET /api/v1/projections"
                                + " says which and why; a build that can take them in fills it anew.",
                        projection.name(),
                        projection.parked()))
                .orElse(null);
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
                state.name().name(),
                versions.number(state.name()),
                state.working(),
                versions.position(state.name()),
                parkedEvents.count(state.name()));
    }

    /** How this side does its work. */
    record Health(
            @Schema(
                    description =
                            "UP; DEGRADED while figures lag or lack something; DOWN while somebody has to act before anything may be relied on.",
                    example = "UP")
            Status status,

            @Schema(description = "The projections, each by itself.")
            List<ProjectionHealth> projections,

            @Schema(
                    description =
                            "The position of the last event of the log; -1 for an empty log, null while it cannot be reached.",
                    example = "4711")
            @Nullable
            Long head,

            @Schema(
                    description =
                            "Why it is down, or which events its figures are without, and what to do; null while neither is so.",
                    example = "The projection node_sales is without 1 event(s) that it could not take in.")
            @Nullable
            String reason) {}

    /** One projection. */
    record ProjectionHealth(
            @Schema(description = "The name of the projection.", example = "node_sales")
            String name,

            @Schema(description = "Which of its versions answers, counted from 1; 0 while none does.", example = "3")
            int version,

            @Schema(description = "False while it is stopped, or tries a batch again.", example = "true")
            boolean working,

            @Schema(
                    description = "Up to which position of the log its figures speak; -1 for nothing yet.",
                    example = "4711")
            long position,

            @Schema(
                    description = "How many events it could not take in, so that its figures are without them.",
                    example = "0")
            long parked) {

        private boolean isWell() {
            return working && parked == 0;
        }
    }

    enum Status {
        UP,
        DEGRADED,
        DOWN
    }
}
