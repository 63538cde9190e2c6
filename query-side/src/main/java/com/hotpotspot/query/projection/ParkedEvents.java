package com.hotpotspot.query.projection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The events that each projection could not take in, kept beside its rows and with them. */
@Component
public final class ParkedEvents {

    private final JdbcOperations jdbc;
    private final Clock clock;

    ParkedEvents(JdbcOperations jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes them, in the transaction that passes them over. */
    void park(ProjectionName projection, List<Fault> faults) {
        long now = clock.millis();
        Rows.of(faults)
                .bigint(Fault::position)
                .text(Fault::type)
                .text(Fault::reason)
                .bigint(fault -> now)
                .write(
                        jdbc,
                        "insert into " + table(projection) + " (position, type, reason, since)"
                                + " select * from unnest(?, ?, ?, ?)");
    }

    /** How many the projection is without. */
    public long count(ProjectionName projection) {
        return JdbcClient.create(jdbc)
                .sql("select count(*) from " + table(projection))
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
        return JdbcClient.create(jdbc)
                .sql("select position, type, reason, since from " + table(projection) + " order by position limit ?")
                .param(limit)
                .query((row, number) -> new ParkedEvent(
                        row.getLong("position"),
                        row.getString("type"),
                        row.getString("reason"),
                        Instant.ofEpochMilli(row.getLong("since"))))
                .list();
    }

    /** The name of a projection has no character that SQL would need to quote. */
    private static String table(ProjectionName projection) {
        return projection.schema().schema() + ".parked";
    }
}
