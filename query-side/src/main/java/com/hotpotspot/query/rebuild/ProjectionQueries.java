package com.hotpotspot.query.rebuild;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.query.projection.ParkedEvents;
import com.hotpotspot.query.projection.ProjectionState;
import com.hotpotspot.query.projection.Projections;
import com.hotpotspot.query.projection.Rebuilds;
import com.hotpotspot.query.projection.Snapshots;
import com.hotpotspot.query.projection.Versions;
import com.hotpotspot.query.rebuild.ProjectionsEndpoint.Progress;
import com.hotpotspot.query.rebuild.ProjectionsEndpoint.Report;
import org.springframework.stereotype.Component;

/** Knows how each projection stands, which versions it has, and which events it is without. */
@Component
final class ProjectionQueries {

    /** How many parked events of each projection are told; the count has all. */
    private static final int FIRST = 10;

    private final EventLog log;
    private final Projections projections;
    private final Versions versions;
    private final ParkedEvents parkedEvents;
    private final Rebuilds rebuilds;
    private final Snapshots snapshots;

    ProjectionQueries(
            EventLog log,
            Projections projections,
            Versions versions,
            ParkedEvents parkedEvents,
            Rebuilds rebuilds,
            Snapshots snapshots) {
        this.log = log;
        this.projections = projections;
        this.versions = versions;
        this.parkedEvents = parkedEvents;
        this.rebuilds = rebuilds;
        this.snapshots = snapshots;
    }

    /** All of them at one moment; the log may have gone on meanwhile. */
    Report report() {
        long head = log.head();
        return new Report(
                head,
                snapshots.read(() -> projections.states().stream()
                        .map(state -> progress(state, head))
                        .toList()));
    }

    private Progress progress(ProjectionState state, long head) {
        long position = versions.position(state.name());
        return new Progress(
                state.name().name(),
                versions.number(state.name()),
                state.working(),
                position,
                Math.max(0, head - position),
                parkedEvents.count(state.name()),
                parkedEvents.first(state.name(), FIRST),
                rebuilds.versions(state.name()));
    }
}
