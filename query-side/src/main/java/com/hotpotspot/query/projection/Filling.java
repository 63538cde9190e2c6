package com.hotpotspot.query.projection;

import com.hotpotspot.routine.Rest;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Fills versions from the beginning of the log up to where those are that answer, at a pace that leaves them and the
 * sales their share; then has them compared and switched.
 */
final class Filling implements Lead {

    /** Enough for a part of the log whose events are as large as a sale's. */
    private static final int SLICES = 8;

    /** In parts of the log: for so long those that answer may stand still. */
    private static final int NEAR = 2;

    private final Set<ProjectionName> projections;
    private final Versions versions;
    private final Goals goals;
    private final Switching switching;
    private final ProjectionSettings settings;

    /** For the one thread. */
    private long end;

    private boolean salesComeIn;

    Filling(
            Set<ProjectionName> projections,
            Versions versions,
            Goals goals,
            Switching switching,
            ProjectionSettings settings) {
        this.projections = projections;
        this.versions = versions;
        this.goals = goals;
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

    /** Beside sales as small as for those that answer, so that sales never wait long for a processor. */
    @Override
    public int span() {
        return salesComeIn ? smallSpan() : settings.fillSize();
    }

    private int smallSpan() {
        return Math.min(settings.fillSize(), settings.batchSize());
    }

    @Override
    public int slices() {
        return SLICES;
    }

    /** Never beyond those that answer, so that both can be compared. */
    @Override
    public long end() {
        long reached = endOf(versions.in(group().states(), projections), goals::end);
        salesComeIn = reached != end;
        end = reached;
        return reached;
    }

    @Override
    public Duration restAfter(Duration work) {
        return salesComeIn ? settings.restAfter(work) : Duration.ZERO;
    }

    /** Nobody reads them yet; beside sales one processor has to do. */
    @Override
    public boolean mayGoApart(long next) {
        return !salesComeIn && isFar(next);
    }

    private boolean isFar(long next) {
        return end - next > (long) NEAR * smallSpan();
    }

    /** Those that answer go on all the time; without this it would be chance that both are at one position. */
    @Override
    public OptionalLong hold(List<Progress> led, long next) {
        return isFar(next) ? OptionalLong.empty() : OptionalLong.of(endOf(led, goals::holdEnd));
    }

    /** Where the first of them is to stop; 0 if there are none. */
    private static long endOf(List<Progress> filled, ToLongFunction<ProjectionName> end) {
        return filled.stream()
                .map(progress -> progress.version().projection())
                .mapToLong(end)
                .min()
                .orElse(0);
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
