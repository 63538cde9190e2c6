package com.hotpotspot.query.projection;

import com.hotpotspot.routine.Rest;
import java.time.Duration;

/** Leads those versions on that answer: as soon as there is something, and without a pause. */
record Answering(ProjectionSettings settings) implements Lead {

    @Override
    public Group group() {
        return Group.ANSWERING;
    }

    @Override
    public String name() {
        return "projections";
    }

    @Override
    public int span() {
        return settings.batchSize();
    }

    @Override
    public int slices() {
        return 1;
    }

    @Override
    public long end() {
        return Long.MAX_VALUE;
    }

    @Override
    public Duration restAfter(Duration work) {
        return Duration.ZERO;
    }

    @Override
    public Rest atRest() {
        return Rest.upTo(settings.idle());
    }
}
