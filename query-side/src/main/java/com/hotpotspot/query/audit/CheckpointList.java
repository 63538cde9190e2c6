package com.hotpotspot.query.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the checkpoints that were signed, the largest first. */
public record CheckpointList(
        @Schema(description = "The checkpoints, the largest first.")
        List<EarlierCheckpoint> checkpoints,

        @Schema(description = "What to ask for to get the next ones, in events; null after the last.", example = "4000")
        @Nullable
        Long below) {

    public CheckpointList {
        checkpoints = List.copyOf(checkpoints);
    }

    /** @param limit how many were asked for: fewer are the last */
    static CheckpointList of(List<EarlierCheckpoint> checkpoints, int limit) {
        return new CheckpointList(
                checkpoints,
                checkpoints.size() < limit ? null : checkpoints.getLast().size());
    }
}
