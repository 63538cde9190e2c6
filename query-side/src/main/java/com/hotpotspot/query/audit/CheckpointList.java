package com.hotpotspot.query.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the checkpoints that were signed, the largest first.
 *
 * @param below what to ask for to get the next ones; null after the last
 */
public record CheckpointList(
        List<EarlierCheckpoint> checkpoints, @Nullable Long below) {

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
