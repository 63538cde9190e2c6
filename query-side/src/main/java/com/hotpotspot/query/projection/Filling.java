package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.query.projection.Versions.Answerer;
import com.hotpotspot.routine.Rest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * Fills versions from the beginning of the log up to where those are that answer, at a pace that leaves them and the
 * sales their share; then has them compared and switched.
 */
final class Filling implements Lead {

    /** Enough for a part of the log whose events are as large as a sale's. */
    private static final int SLICES = 8;

    /** So many events take those that answer no longer than a few of their own batches. */
    private static final int NEAR = 2_000;

    private final Set<ProjectionName> projections;
    private final Versions versions;
    private final Switching switching;
    private final ProjectionSettings settings;

    /** For the one thread. */
    private long end;

    private boolean salesComeIn;

    Filling(Set<ProjectionName> projections, Versions versions, Switching switching, ProjectionSettings settings) {
        this.projections = projections;
        this.versions = versions;
        this.switching = switching;
        this.settings = settings;
    }

    @Override
    public Group group() {
        return Group.FILLING;
    }

    @Override
    public String name() {
        return "filling";
    }

    @Override
    public int span() {
        return settings.fillSize();
    }

    @Override
    public int slices() {
        return SLICES;
    }

    /** Never beyond those that answer, so that both can be compared. */
    @Override
    public long end() {
        long reached = endOf(versions.in(group().states(), projections), versions::answerer);
        salesComeIn = reached != end;
        end = reached;
        return reached;
    }

    @Override
    public Duration restAfter(Duration work) {
        return salesComeIn ? settings.restAfter(work) : Duration.ZERO;
    }

    /** Those that answer go on all the time; without this it would be chance that both are at one position. */
    @Override
    public OptionalLong hold(List<Progress> led, long next) {
        return end - next > NEAR ? OptionalLong.empty() : OptionalLong.of(endOf(led, versions::lockAnswerer));
    }

    /** Up to where all of them have something to be compared with. */
    private static long endOf(List<Progress> filled, Function<ProjectionName, Optional<Answerer>> answerer) {
        return filled.stream()
                        .flatMap(progress -> answerer.apply(progress.version().projection()).stream())
                        .mapToLong(Answerer::position)
                        .min()
                        .orElse(EventLog.EMPTY)
                + 1;
    }

    @Override
    public void arrived(List<Progress> led) {
        led.forEach(switching::filled);
    }

    @Override
    public Rest atRest() {
        switching.compareFollowing();
        return Rest.upTo(settings.idle());
    }
}
