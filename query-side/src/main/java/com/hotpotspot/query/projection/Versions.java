package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.SchemaModule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which versions of projections there are, what each is there for, and how far it has come. */
@Component
public final class Versions {

    /** Where that is kept: one row a version, written in the transaction of the rows it speaks of. */
    public static final SchemaModule SCHEMA = new SchemaModule("projection", "classpath:db/projection");

    /** The version that answers, in the shape that this build reads. */
    private static final String LIVE = " from projection.version where projection = ? and shape = ? and state = 'LIVE'";

    private static final String ANNOUNCE = "select pg_notify(?, ?)";

    private final JdbcOperations operations;
    private final JdbcClient jdbc;

    Versions(JdbcOperations operations) {
        this.operations = operations;
        this.jdbc = JdbcClient.create(operations);
    }

    /**
     * The position up to which the rows speak of the version that answers, or {@link EventLog#EMPTY}. Read beside those
     * rows in one {@linkplain Snapshots snapshot}, it is exact.
     */
    public long position(ProjectionName projection) {
        return jdbc.sql("select position" + LIVE)
                .params(projection.name(), projection.shape())
                .query(Long.class)
                .optional()
                .orElse(EventLog.EMPTY);
    }

    /** The number of the version that answers; 0 while there is none. */
    public int number(ProjectionName projection) {
        return live(projection).map(Version::number).orElse(0);
    }

    /** The version that answers, in the shape that this build reads. */
    Optional<Version> live(ProjectionName projection) {
        return jdbc.sql("select number" + LIVE)
                .params(projection.name(), projection.shape())
                .query(Integer.class)
                .optional()
                .map(number -> new Version(projection, number));
    }

    /**
     * From now on in this transaction, tables without a schema are those of the version that answers.
     *
     * @return the position up to which its rows speak
     * @throws BeingFilledException if there is no such version yet
     */
    long bindLive(ProjectionName projection) {
        return jdbc.sql("select position, set_config('search_path', 'q_' || projection || '_v' || number, true)" + LIVE)
                .params(projection.name(), projection.shape())
                .query((row, number) -> row.getLong("position"))
                .optional()
                .orElseThrow(() -> new BeingFilledException(projection));
    }

    /** Whether this transaction is the one that leads these versions on, from here to its end. */
    boolean lead(Group group) {
        return jdbc.sql("select versions from projection.lead where versions = ? for update skip locked")
                .param(group.name())
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** The versions in some states and in the shapes that this build fills; nobody else changes them meanwhile. */
    List<Progress> lock(Set<VersionState> states, Collection<ProjectionName> projections) {
        // The first waits for whoever holds one of them, and does not see what has come among them by then. Nothing
        // comes among them once they are held: for that, too, those that answer have to be locked.
        List<Progress> unused = lockOnce(states, projections);
        return lockOnce(states, projections);
    }

    private List<Progress> lockOnce(Set<VersionState> states, Collection<ProjectionName> projections) {
        return select(states, projections, " for update of v");
    }

    /** The same without a lock. */
    List<Progress> in(Set<VersionState> states, Collection<ProjectionName> projections) {
        return select(states, projections, "");
    }

    private List<Progress> select(Set<VersionState> states, Collection<ProjectionName> projections, String locked) {
        return jdbc.sql("""
                        select v.projection, v.number, v.shape, v.state, v.position,
                               exists (select from projection.parked p
                                       where p.projection = v.projection and p.number = v.number) as parked
                        from projection.version v
                        join unnest(:names, :shapes) as known (name, shape)
                          on known.name = v.projection and known.shape = v.shape
                        where v.state = any (:states)
                        order by v.projection, v.number""" + locked)
                .param("names", projections.stream().map(ProjectionName::name).toArray(String[]::new))
                .param("shapes", projections.stream().map(ProjectionName::shape).toArray(Integer[]::new))
                .param("states", states.stream().map(VersionState::name).toArray(String[]::new))
                .query((row, number) -> progress(row))
                .list();
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                new Version(new ProjectionName(row.getString("projection"), row.getInt("shape")), row.getInt("number")),
                VersionState.valueOf(row.getString("state")),
                row.getLong("position"),
                row.getBoolean("parked"));
    }

    /** Notes how far they have come, and says a word to whoever waits for that. */
    void advance(List<Version> versions, long position, String word) {
        Writes writes = new Writes();
        Rows.of(versions)
                .text(version -> version.projection().name())
                .bigint(version -> (long) version.number())
                .bigint(version -> position)
                .write(writes, """
                        update projection.version v set position = a.position
                        from unnest(?, ?, ?) as a (projection, number, position)
                        where v.projection = a.projection and v.number = a.number and v.position < a.position
                        """);
        writes.add(ANNOUNCE, Projections.CHANNEL, word);
        writes.send(operations);
    }

    /** Says a word, once the transaction commits, to whoever waits for projections to move. */
    void announce(String word) {
        operations.query(ANNOUNCE, row -> {}, Projections.CHANNEL, word);
    }

    /** The version that one of this build is compared with: of the same shape if there is one, else the last other. */
    Optional<Answerer> answerer(ProjectionName projection) {
        return answerer(projection, "");
    }

    /** The same, and nobody leads it on until the transaction ends. */
    Optional<Answerer> lockAnswerer(ProjectionName projection) {
        return answerer(projection, " for update");
    }

    private Optional<Answerer> answerer(ProjectionName projection, String locked) {
        return jdbc.sql("select number, shape, position from projection.version"
                        + " where projection = ? and state = 'LIVE' order by shape = ? desc, number desc limit 1"
                        + locked)
                .params(projection.name(), projection.shape())
                .query((row, number) -> new Answerer(
                        new Version(new ProjectionName(projection.name(), row.getInt("shape")), row.getInt("number")),
                        row.getInt("shape") == projection.shape(),
                        row.getLong("position")))
                .optional();
    }

    /** Whether somebody has looked at what it says otherwise and wants it to answer. */
    boolean isUnasked(Version version) {
        return jdbc.sql("select unasked from projection.version where projection = ? and number = ?")
                .params(version.projection().name(), version.number())
                .query(Boolean.class)
                .single();
    }

    /** It has been filled, and goes along with the one that answers. */
    void follow(Version version, long now) {
        change(version, VersionState.FOLLOWING, now, null);
    }

    /** It answers from now on, and the one of its shape that answered stands still. */
    void replace(Version version, long now) {
        jdbc.sql("update projection.version set state = 'OLD' where projection = ? and shape = ? and state = 'LIVE'")
                .params(version.projection().name(), version.projection().shape())
                .update();
        change(version, VersionState.LIVE, now, null);
    }

    /** It says something else, and stands still. */
    void stop(Version version, String differs, long now) {
        change(version, VersionState.DIFFERENT, now, differs);
    }

    private void change(Version version, VersionState state, long now, @Nullable String differs) {
        jdbc.sql("update projection.version set state = ?, ended_at = coalesce(ended_at, ?), differs = ?"
                        + " where projection = ? and number = ?")
                .param(state.name())
                .param(now)
                .param(differs)
                .param(version.projection().name())
                .param(version.number())
                .update();
    }

    /** The version that answers while another is being filled. */
    record Answerer(Version version, boolean isOfThisShape, long position) {}
}
