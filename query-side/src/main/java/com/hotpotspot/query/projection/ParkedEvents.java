package com.hotpotspot.query.projection;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The events that each version of a projection could not take in, kept with its rows. */
@Component
public final class ParkedEvents {

    private static final String OF_LIVE =
            " from projection.parked p join projection.version v using (projection, number)"
                    + " where projection = ? and shape = ? and state = 'LIVE'";

    private final JdbcOperations operations;
    private final JdbcClient jdbc;
    private final Clock clock;

    ParkedEvents(JdbcOperations operations, Clock clock) {
        this.operations = operations;
        this.jdbc = JdbcClient.create(operations);
        this.clock = clock;
    }

    /** Notes them, in the transaction that passes them over. */
    void park(Version version, List<Fault> faults) {
        long now = clock.millis();
        Writes writes = new Writes();
        Rows.of(faults)
                .text(fault -> version.projection().name())
                .bigint(fault -> (long) version.number())
                .bigint(Fault::position)
                .text(Fault::stream)
                .text(Fault::type)
                .text(Fault::reason)
                .bigint(fault -> now)
                .write(
                        writes,
                        "insert into projection.parked (projection, number, position, stream, type, reason, since)"
                                + " select * from unnest(?, ?, ?, ?, ?, ?, ?)");
        writes.send(operations);
    }

    /** Those among some streams of which an event is parked, so that later ones have to wait with it. */
    Set<String> streams(Version version, Collection<String> among) {
        return Set.copyOf(jdbc.sql("select distinct stream from projection.parked"
                        + " where projection = ? and number = ? and stream = any (?)")
                .params(version.projection().name(), version.number(), among.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Which of some positions a projection does without for good, in every version. */
    Set<Long> discarded(ProjectionName projection, Collection<Long> among) {
        return Set.copyOf(
                jdbc.sql("select position from projection.discarded" + " where projection = ? and position = any (?)")
                        .params(projection.name(), among.toArray(Long[]::new))
                        .query(Long.class)
                        .list());
    }

    /** It is missing for good. */
    void discard(Version version, long position) {
        jdbc.sql("insert into projection.discarded (projection, position) values (?, ?) on conflict do nothing")
                .params(version.projection().name(), position)
                .update();
        remove(version, position);
    }

    /** Whether the answers of the projection are without it. */
    boolean isParked(ProjectionName projection, long position) {
        return jdbc.sql("select exists (select 1" + OF_LIVE + " and p.position = ?)")
                .params(projection.name(), projection.shape(), position)
                .query(Boolean.class)
                .single();
    }

    /** The first of those that were parked with it later; none if there are none. */
    OptionalLong after(ProjectionName projection, long position) {
        return jdbc
                .sql("select min(p.position)" + OF_LIVE + " and p.position > ? and p.stream = (select p.stream"
                        + OF_LIVE + " and p.position = ?)")
                .params(
                        projection.name(),
                        projection.shape(),
                        position,
                        projection.name(),
                        projection.shape(),
                        position)
                .query((row, number) -> row.getLong(1))
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .filter(first -> first > 0)
                .findFirst();
    }

    /** It is not missing any longer. */
    void remove(Version version, long position) {
        jdbc.sql("delete from projection.parked where projection = ? and number = ? and position = ?")
                .params(version.projection().name(), version.number(), position)
                .update();
    }

    /** How many the answers of the projection are without. */
    public long count(ProjectionName projection) {
        return jdbc.sql("select count(*)" + OF_LIVE)
                .params(projection.name(), projection.shape())
                .query(Long.class)
                .single();
    }

    /** The most that one of several is without, for figures that are made by all of them. */
    public long mostOf(ProjectionName... projections) {
        long most = 0;
        for (ProjectionName projection : projections) {
            most = Math.max(most, count(projection));
        }
        return most;
    }

    /** The first of them, in the order of the log. */
    public List<ParkedEvent> first(ProjectionName projection, int limit) {
        return jdbc.sql("select p.position, type, reason, since" + OF_LIVE + " order by p.position limit ?")
                .params(projection.name(), projection.shape(), limit)
                .query((row, number) -> new ParkedEvent(
                        row.getLong("position"),
                        row.getString("type"),
                        row.getString("reason"),
                        Instant.ofEpochMilli(row.getLong("since"))))
                .list();
    }
}
