package com.hotpotspot.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.json.EventJson;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL makes of the questions about one stream, however many events there are of others. */
class StreamPlansTest {

    private static final int STREAMS = 5_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from log.event where stream = 'node:N4711' and sequence >= 0 order by sequence limit 25",
                "select coalesce(max(sequence), -1) from log.event where stream = 'node:N4711'"
            })
    void aStreamIsReadByItsIndex(String question) throws SQLException {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG)) {
            PostgresEventLog log = new PostgresEventLog(database.as("hps_command"));
            log.append(
                    IntStream.range(0, STREAMS).mapToObj(StreamPlansTest::event).toList());
            database.execute("analyze log.event");

            assertThat(plan(database, question))
                    .contains("event_stream_sequence")
                    .doesNotContain("Seq Scan");
        }
    }

    private static NewEvent event(int number) {
        return new NewEvent(
                new StreamId("node", "N" + number),
                0,
                UuidCreator.getTimeOrderedEpoch(),
                "node.activated",
                "1",
                Instant.ofEpochMilli(1_700_000_000_120L),
                "{\"node\":\"VAKE\"}".getBytes(UTF_8),
                EventJson.metadata(Map.of("channel", "till")));
    }

    private static String plan(TestDatabase database, String question) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.as("hps_query").getConnection();
                Statement explain = connection.createStatement();
                ResultSet line = explain.executeQuery("explain " + question)) {
            while (line.next()) {
                plan.append(line.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
