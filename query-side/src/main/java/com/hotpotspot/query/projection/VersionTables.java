package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.EventLog;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes and drops the tables of versions, as the role that owns them. */
public final class VersionTables {

    private static final int WAIT_MILLIS = 2_000;

    private final @Nullable DataSource owner;
    private final Clock clock;

    private VersionTables(@Nullable DataSource owner, Clock clock) {
        this.owner = owner;
        this.clock = clock;
    }

    public static VersionTables ownedBy(DataSource owner, Clock clock) {
        return new VersionTables(owner, clock);
    }

    /** Where this process may make none, because somebody else does. */
    public static VersionTables madeElsewhere(Clock clock) {
        return new VersionTables(null, clock);
    }

    /** Whether this process may make and drop any. */
    boolean areOurs() {
        return owner != null;
    }

    /**
     * Sees to it that there is a version of each projection in the shape that this build fills: all of them answer at
     * once if none has read any of the log, and another is filled beside those that answer. Safe to run from several
     * processes at once.
     */
    public void prepare(Collection<? extends Projection<?>> projections) {
        Versions.SCHEMA.migrate(database());
        List<ProjectionName> names =
                projections.stream().<ProjectionName>map(Projection::name).toList();
        VersionState first = haveBegun(names) ? VersionState.FILLING : VersionState.LIVE;
        for (ProjectionName name : names) {
            if (!has(name)) {
                make(name, first);
            }
        }
    }

    private boolean has(ProjectionName projection) {
        return jdbc().sql("select exists (select from projection.version where projection = ? and shape = ?)")
                .params(projection.name(), projection.shape())
                .query(Boolean.class)
                .single();
    }

    private boolean haveBegun(List<ProjectionName> projections) {
        return jdbc().sql("select exists (select from projection.version"
                        + " where projection = any (?) and state = 'LIVE' and position > ?)")
                .param(projections.stream().map(ProjectionName::name).toArray(String[]::new))
                .param(EventLog.EMPTY)
                .query(Boolean.class)
                .single();
    }

    /** The tables come first, so that there is no version without them. */
    Version make(ProjectionName projection, VersionState state) {
        int number = jdbc().sql("select coalesce(max(number), 0) + 1 from projection.version where projection = ?")
                .param(projection.name())
                .query(Integer.class)
                .single();
        Version version = new Version(projection, number);
        version.schema().migrate(database());
        jdbc().sql("insert into projection.version (projection, number, shape, state, begun_at)"
                        + " values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(projection.name(), number, projection.shape(), state.name(), clock.millis())
                .update();
        return version;
    }

    /**
     * Drops a version that does not answer here, with its tables; one that answers in the shape of another build is
     * left over from that. Whoever still reads or fills it is waited for, but not for long.
     *
     * @return whether there was such a version
     * @throws org.springframework.dao.CannotAcquireLockException if somebody held it for too long
     */
    boolean drop(ProjectionName projection, int number) {
        return Boolean.TRUE.equals(new TransactionTemplate(new DataSourceTransactionManager(database()))
                .execute(status -> {
                    jdbc().sql("set local lock_timeout = '" + WAIT_MILLIS + "ms'")
                            .update();
                    int dropped = jdbc().sql("delete from projection.version where projection = ? and number = ?"
                                    + " and (state <> 'LIVE' or shape <> ?)")
                            .params(projection.name(), number, projection.shape())
                            .update();
                    if (dropped == 1) {
                        String schema = new Version(projection, number).schemaName();
                        jdbc().sql("drop schema if exists " + schema + " cascade")
                                .update();
                    }
                    return dropped == 1;
                }));
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(database());
    }

    private DataSource database() {
        return Optional.ofNullable(owner)
                .orElseThrow(() -> new IllegalStateException("this process makes no tables of projections"));
    }
}
