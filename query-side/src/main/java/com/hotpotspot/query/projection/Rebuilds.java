package com.hotpotspot.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fills projections anew, beside the versions that answer. All that has been asked for is a version's state, which the
 * process acts on that leads it; so a rebuild goes on after whatever happens to a process.
 */
@Component
public final class Rebuilds {

    /** The one that answers, one before it and one that is being filled; what they hold is as large as the log. */
    private static final int MOST_VERSIONS = 3;

    private final JdbcClient jdbc;
    private final VersionTables tables;

    Rebuilds(JdbcOperations jdbc, VersionTables tables) {
        this.jdbc = JdbcClient.create(jdbc);
        this.tables = tables;
    }

    /**
     * Begins to fill a new version.
     *
     * @return its number
     * @throws RebuildRefusedException if there is one already, or no room
     */
    public int begin(ProjectionName projection) {
        requireOurs();
        List<VersionReport> versions = versions(projection);
        if (versions.stream().anyMatch(version -> version.state().isOnItsWay())) {
            throw new RebuildRefusedException(RebuildRefusedException.Reason.UNDER_WAY);
        }
        if (versions.size() >= MOST_VERSIONS) {
            throw new RebuildRefusedException(RebuildRefusedException.Reason.TOO_MANY);
        }
        return tables.make(projection, VersionState.FILLING).number();
    }

    /**
     * Has a version answer that said something else than the one that does. It first catches up.
     *
     * @throws RebuildRefusedException if it is no such version
     */
    public void accept(ProjectionName projection, int number) {
        int changed = jdbc.sql("update projection.version set state = 'FILLING', unasked = true"
                        + " where projection = ? and number = ? and shape = ? and state = 'DIFFERENT'")
                .params(projection.name(), number, projection.shape())
                .update();
        if (changed == 0) {
            throw new RebuildRefusedException(RebuildRefusedException.Reason.NOT_DIFFERENT);
        }
    }

    /**
     * Drops a version that does not answer, with all that it holds; one that is being filled is given up.
     *
     * @throws RebuildRefusedException if it answers, if there is none, or if somebody still reads it
     */
    public void drop(ProjectionName projection, int number) {
        requireOurs();
        boolean dropped;
        try {
            dropped = tables.drop(projection, number);
        } catch (CannotAcquireLockException e) {
            throw new RebuildRefusedException(RebuildRefusedException.Reason.IN_USE);
        }
        if (!dropped) {
            throw new RebuildRefusedException(RebuildRefusedException.Reason.NOT_DROPPABLE);
        }
    }

    /** All versions of a projection, by their numbers. */
    public List<VersionReport> versions(ProjectionName projection) {
        return jdbc.sql("select number, state, position, begun_at, ended_at, differs"
                        + " from projection.version where projection = ? order by number")
                .param(projection.name())
                .query((row, number) -> report(row))
                .list();
    }

    private static VersionReport report(ResultSet row) throws SQLException {
        return new VersionReport(
                row.getInt("number"),
                VersionState.valueOf(row.getString("state")),
                row.getLong("position"),
                Instant.ofEpochMilli(row.getLong("begun_at")),
                Optional.ofNullable(row.getObject("ended_at", Long.class))
                        .map(Instant::ofEpochMilli)
                        .orElse(null),
                row.getString("differs"));
    }

    private void requireOurs() {
        if (!tables.areOurs()) {
            throw new RebuildRefusedException(RebuildRefusedException.Reason.MADE_ELSEWHERE);
        }
    }
}
