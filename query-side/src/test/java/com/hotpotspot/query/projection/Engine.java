package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.EventSerializer;
import com.hotpotspot.eventlog.Notifications;
import com.hotpotspot.eventlog.NotifiedEventStore;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.PostgresEventStorageEngine;
import com.hotpotspot.eventlog.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The engine with one projection that records what it is given. */
final class Engine implements AutoCloseable {

    final RecordingProjection projection;
    final Projections projections;
    final ProjectionPositions positions;
    final ParkedEvents parked;
    final Notifications notifications;

    Engine(TestDatabase database, int batchSize) {
        DataSource dataSource = database.as("hps_query");
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        projection = new RecordingProjection(jdbc);
        positions = new ProjectionPositions(JdbcClient.create(dataSource));
        parked = new ParkedEvents(jdbc, Clock.systemUTC());
        notifications = new Notifications(dataSource, List.of(PostgresEventLog.CHANNEL, Projections.CHANNEL));
        Serializer events = EventSerializer.create();
        NotifiedEventStore eventStore = NotifiedEventStore.create(
                new PostgresEventStorageEngine(new PostgresEventLog(dataSource), events, events), notifications);
        JdbcTokenStore tokens = JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .serializer(Jackson3Serializer.builder().build())
                .contentType(String.class)
                .schema(TokenTable.AXON_SCHEMA)
                .nodeId("test")
                .build();
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(dataSource);
        projections = new Projections(
                List.of(projection),
                eventStore,
                tokens,
                new SpringTransactionManager(transactions),
                transactions,
                parked,
                jdbc,
                events,
                new ProjectionSettings("test", batchSize, Duration.ofMillis(100)));
    }

    Engine start() {
        projections.start();
        return this;
    }

    long position() {
        return positions.of(RecordingProjection.NAME);
    }

    @Override
    public void close() {
        projections.stop();
        notifications.close();
    }
}
