package com.hotpotspot.query.rebuild;

import com.hotpotspot.query.layout.Figures;
import com.hotpotspot.query.layout.Span;
import com.hotpotspot.query.projection.VersionReport;
import com.hotpotspot.query.projection.VersionState;
import com.hotpotspot.query.rebuild.ProjectionsEndpoint.Progress;
import com.hotpotspot.query.rebuild.ProjectionsEndpoint.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of projections. Public methods are for its template.
 *
 * @param head the position of the last event of the log; -1 for an empty log
 */
record ProjectionsView(long head, List<OfProjection> projections) {

    static ProjectionsView of(Report report, Instant now) {
        return new ProjectionsView(
                report.head(),
                report.projections().stream()
                        .map(progress -> OfProjection.of(progress, report.head(), now))
                        .toList());
    }

    public boolean isOfEmptyLog() {
        return head < 0;
    }

    /** How many do not do their work at the moment. */
    public long standingStill() {
        return projections.stream()
                .filter(projection -> !projection.progress().working())
                .count();
    }

    /** How many versions are being filled. */
    public long filling() {
        return projections.stream()
                .flatMap(projection -> projection.others().stream())
                .filter(OfVersion::isFilling)
                .count();
    }

    /** Whether any of them is without events. */
    public boolean isWithoutAny() {
        return projections.stream().anyMatch(projection -> projection.progress().parked() > 0);
    }

    /** Whether the event at a position is one of those that are shown as parked. */
    boolean isWithout(long position) {
        return projections.stream()
                .flatMap(projection -> projection.progress().firstParked().stream())
                .anyMatch(event -> event.position() == position);
    }

    /** @param others its versions but the one that answers */
    record OfProjection(Progress progress, List<OfVersion> others) {

        private static OfProjection of(Progress progress, long head, Instant now) {
            return new OfProjection(
                    progress,
                    progress.versions().stream()
                            .filter(version -> version.number() != progress.version())
                            .map(version -> new OfVersion(version, percent(version, head), left(version, head, now)))
                            .toList());
        }
    }

    /**
     * @param percent how much of the log it has taken in, from 0 to 100
     * @param left how long it will yet take if it goes on as until now; null while nobody can tell
     */
    record OfVersion(
            VersionReport report, long percent, @Nullable Span left) {

        public boolean isFilling() {
            return report.state() == VersionState.FILLING;
        }

        public boolean mayBeTaken() {
            return report.state() == VersionState.DIFFERENT;
        }

        /** One that answers is that of another build. */
        public boolean mayBeDropped() {
            return report.state() != VersionState.LIVE;
        }
    }

    /** Positions count from 0, so that one more than a position is how many events that are. */
    private static long percent(VersionReport version, long head) {
        return Math.min(100, Figures.percent(version.position() + 1, head + 1));
    }

    /** One that had been filled once and now catches up has stood still meanwhile, so that its pace is not known. */
    private static @Nullable Span left(VersionReport version, long head, Instant now) {
        long taken = version.position() + 1;
        if (version.state() != VersionState.FILLING || version.filledAt() != null || taken == 0) {
            return null;
        }
        Duration took = Duration.between(version.begunAt(), now);
        return Span.of(took.multipliedBy(Math.max(0, head - version.position())).dividedBy(taken));
    }
}
