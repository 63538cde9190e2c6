package com.hotpotspot.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.json.EventJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only the log on PostgreSQL has; the rest is in the contract. */
class PostgresEventLogTest {

    private TestDatabase database;
    private PostgresEventLog log;

    @BeforeEach
    void anEmptyLog() {
        database = TestDatabase.with(SchemaModule.LOG);
        log = new PostgresEventLog(database.as("hps_command"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static NewEvent event(String stream, long sequence, String type) {
        return new NewEvent(
                StreamId.parse(stream),
                sequence,
                UuidCreator.getTimeOrderedEpoch(),
                type,
                "1",
                Instant.ofEpochMilli(1_700_000_000_120L),
                "{\"node\":\"VAKE\"}".getBytes(UTF_8),
                EventJson.metadata(Map.of("channel", "till")));
    }

    private static NewEvent event(String stream, long sequence) {
        return event(stream, sequence, "node.activated");
    }

    @Nested
    class History {

        @ParameterizedTest
        @ValueSource(strings = {"hps_owner", "hps_command", "hps_query", "hps_export"})
        void cannotBeChangedByAnyRole(String role) throws SQLException {
            log.append(List.of(event("node:A", 0)));
            DataSource dataSource = database.as(role);

            for (String change :
                    List.of("update log.event set type = 'x'", "delete from log.event", "truncate log.event")) {
                try (Connection connection = dataSource.getConnection();
                        Statement statement = connection.createStatement()) {
                    assertThatThrownBy(() -> statement.execute(change))
                            .as("%s by %s", change, role)
                            .isInstanceOf(SQLException.class)
                            .extracting(failure -> ((SQLException) failure).getSQLState())
                            .isEqualTo("42501");
                }
            }
            assertThat(log.head()).isZero();
        }

        @Test
        void isNotWrittenByThoseWhoOnlyExport() {
            PostgresEventLog exporter = new PostgresEventLog(database.as("hps_export"));

            assertThatThrownBy(() -> exporter.append(List.of(event("node:A", 0))))
                    .isInstanceOf(EventLogUnavailableException.class);
            assertThat(log.head()).isEqualTo(EventLog.EMPTY);
        }
    }

    @Nested
    class WakingUp {

        private final AtomicInteger heard = new AtomicInteger();

        @Test
        void goesOnAfterTheConnectionWasLost() {
            try (Notifications notifications = listening()) {
                int before = heard.get();
                database.execute("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and query ilike 'listen%'""");
                await().until(() -> heard.get() > before);
                int afterReconnect = heard.get();

                log.append(List.of(event("node:A", 0)));

                await().until(() -> heard.get() > afterReconnect);
                assertThat(notifications).isNotNull();
            }
        }

        @Test
        void ofAnUnknownChannelIsRefused() {
            try (Notifications notifications = listening()) {
                assertThatThrownBy(() -> notifications.subscribe("other", payload -> {}))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }

        private Notifications listening() {
            Notifications notifications =
                    new Notifications(database.as("hps_query"), List.of(PostgresEventLog.CHANNEL));
            notifications.subscribe(PostgresEventLog.CHANNEL, payload -> heard.incrementAndGet());
            await().until(() -> heard.get() > 0);
            return notifications;
        }
    }

    @Nested
    class AsALine {

        @Test
        void anEventIsCanonicalJsonFromWhichItsLeafCanBeRebuilt() throws IOException {
            log.append(List.of(event("node:A", 0)));
            ByteArrayOutputStream out = new ByteArrayOutputStream();

            EventLine.write(log.read(0, 1).events().getFirst(), out);

            String line = out.toString(UTF_8);
            assertThat(line).endsWith("}\n");
            assertThat(new JsonCanonicalizer(line).getEncodedString() + "\n").isEqualTo(line);
            assertThat(line)
                    .contains(
                            "\"timestamp\":\"2023-11-14T22:13:20.120Z\"",
                            "\"position\":0,",
                            "\"stream\":\"node:A\"",
                            "\"payload\":{\"node\":\"VAKE\"}",
                            // sha256sum of the payload's bytes
                            "\"payloadSha256\":\"" + PAYLOAD_SHA256 + "\"");
        }

        private static final String PAYLOAD_SHA256 = "dd1d2734ec38aacc720e8f3521fbb9295dcb928420e7226cb3636d3790c339fc";
    }
}
