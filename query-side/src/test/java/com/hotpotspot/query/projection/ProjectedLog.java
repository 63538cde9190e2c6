package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.query.testing.CountingJdbc;
import com.hotpotspot.query.testing.WrittenLog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A log and the tables of one projection, for tests that give events, in batches of any size, and look at rows. */
public final class ProjectedLog implements AutoCloseable {

    /** What was given. */
    public final WrittenLog log;

    private final TestDatabase database;
    private final PostgresEventLog read;
    private final CountingJdbc jdbc;
    private final Projection<?> projection;

    /** The position of the first event that was not taken in. */
    private long next;

    public ProjectedLog(ProjectionName name, Function<JdbcOperations, Projection<?>> projection) {
        this(name, (jdbc, log) -> projection.apply(jdbc));
    }

    /** @param projection of a connection, and of a log for those that look into it again */
    public ProjectedLog(ProjectionName name, BiFunction<JdbcOperations, EventLog, Projection<?>> projection) {
        this.database = TestDatabase.with(SchemaModule.LOG, ProjectedTables.schema(name));
        this.log = new WrittenLog(database);
        this.read = new PostgresEventLog(database.as("hps_query"));
        this.jdbc = new CountingJdbc(ProjectedTables.of(name, database));
        this.projection = projection.apply(jdbc, read);
    }

    /** Gives the projection what the log holds beyond what it had before. */
    public void project(int batchSize) {
        List<Recorded> wanted = new ArrayList<>();
        for (StoredEvent stored : read.read(next, 10_000).events()) {
            if (projection.interests().contains(stored.event().getClass())) {
                wanted.add(Recorded.of(stored));
            }
            next = stored.position() + 1;
        }
        for (int from = 0; from < wanted.size(); from += batchSize) {
            projection.project(wanted.subList(from, Math.min(wanted.size(), from + batchSize)));
        }
    }

    /** How many statements that came to. */
    public int statements() {
        return jdbc.statements();
    }

    /** The values of a table's columns with spaces between them, in their order. */
    public List<String> rows(String columns, String table) {
        return JdbcClient.create(jdbc)
                .sql("select " + columns + " from " + table + " order by " + columns)
                .query((row, number) -> {
                    List<String> values = new ArrayList<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        values.add(String.valueOf(row.getString(column)));
                    }
                    return String.join(" ", values);
                })
                .list();
    }

    @Override
    public void close() {
        read.close();
        database.close();
    }
}
