package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.Notifications;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The engine with a projection that records what it is given, or with two. */
final class Engine implements AutoCloseable {

    final RecordingProjection projection;

    /** The second one, or the first again. */
    final RecordingProjection newcomer;

    final Projections projections;
    final Versions versions;
    final ParkedEvents parked;
    final Notifications notifications;

    private final PostgresEventLog log;

    Engine(TestDatabase database, int batchSize) {
        this(database, batchSize, RecordingProjection.NAME);
    }

    Engine(TestDatabase database, int batchSize, ProjectionName... names) {
        this(database, batchSize, batchSize, names);
    }

    /** @param fillSize of a batch of what is being filled */
    Engine(TestDatabase database, int batchSize, int fillSize, ProjectionName... names) {
        DataSource dataSource = database.as("hps_query");
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        List<RecordingProjection> all = Stream.of(names)
                .map(name -> new RecordingProjection(jdbc, name))
                .toList();
        projection = all.getFirst();
        newcomer = all.getLast();
        versions = new Versions(jdbc);
        parked = new ParkedEvents(jdbc, Clock.systemUTC());
        notifications = new Notifications(dataSource, List.of(PostgresEventLog.CHANNEL, Projections.CHANNEL));
        log = new PostgresEventLog(dataSource);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(dataSource);
        VersionTables.ownedBy(database.as("hps_owner"), Clock.systemUTC()).prepare(all);
        projections = new Projections(
                new Declared(List.copyOf(all)),
                log,
                notifications.appends(),
                versions,
                new Snapshots(transactions, versions),
                parked,
                jdbc,
                transactions,
                Clock.systemUTC(),
                new ProjectionSettings(batchSize, fillSize, 100, Duration.ofMillis(100)));
    }

    Engine start() {
        projections.start();
        return this;
    }

    long position() {
        return versions.position(projection.name());
    }

    @Override
    public void close() {
        projections.stop();
        notifications.close();
        log.close();
    }
}
