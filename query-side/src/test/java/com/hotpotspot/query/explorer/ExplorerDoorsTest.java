package com.hotpotspot.query.explorer;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Single events and streams for programs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplorerDoorsTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.on(database);
    private final EventLog log = new PostgresEventLog(database.as("hps_query"));

    @BeforeAll
    void network() {
        WrittenLog written = new WrittenLog(database);
        written.found(NetworkPurpose.LIVE);
        NodeId vake = written.register("VAKE", NodeType.OWNER, "Tbilisi");
        written.sell(vake, "4711", "2026-01-15T10:00:00Z", khinkali(5));
        for (int i = 0; i < 30; i++) {
            written.append(new NodeDeactivated(vake), new NodeActivated(vake));
        }
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @Test
    void anEventIsAnsweredAsItIsStored() {
        StoredEvent stored = log.read(3, 1).events().getFirst();

        String answer = text("/api/v1/events/3");

        assertThat(answer)
                .contains("\"payload\":" + new String(stored.payload(), UTF_8))
                .contains("\"metadata\":" + new String(stored.metadata(), UTF_8));
        JsonNode event = data("/api/v1/events/3");
        assertThat(event.get("position").longValue()).isEqualTo(3);
        assertThat(event.get("type").stringValue()).isEqualTo("sale.recorded");
        assertThat(event.get("stream").stringValue()).isEqualTo("sale:VAKE:0000004711");
        assertThat(event.get("eventId").stringValue())
                .isEqualTo(stored.eventId().toString());
        assertThat(text("/api/v1/events?from=3"))
                .contains(
                        event.get("payloadSha256").stringValue(),
                        event.get("metadataSha256").stringValue())
                .contains("\"timestamp\":\"" + event.get("timestamp").stringValue());
    }

    @Test
    void theFirstAndTheLastEventAreThereAndNoneBehindIt() {
        assertThat(data("/api/v1/events/0").get("type").stringValue()).isEqualTo("network.founded");
        assertThat(data("/api/v1/events/" + log.head()).get("type").stringValue())
                .isEqualTo("node.activated");
        expectProblem("/api/v1/events/" + (log.head() + 1), 404, "event-unknown");
        expectProblem("/api/v1/events/999999999999999999", 404, "event-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "01", "1e3", "x", "1.5", "9999999999999999999", "%00", "1%27", "..%2f1"})
    void whatIsNoPositionIsRefused(String position) {
        expectProblem("/api/v1/events/" + position, 400, "bad-request");
    }

    @Test
    void aStreamIsReadToItsEndPartByPartInBothDirections() {
        List<Long> upward = new ArrayList<>();
        List<Long> downward = new ArrayList<>();
        readAll("limit=7", upward);
        readAll("limit=7&newestFirst=true", downward);

        assertThat(upward).hasSize(62).isSorted().doesNotHaveDuplicates();
        assertThat(downward).containsExactlyElementsOf(upward.reversed());
        JsonNode part = data("/api/v1/streams/node:VAKE/events?limit=1&newestFirst=true");
        assertThat(part.get("lastSequence").longValue()).isEqualTo(61);
        assertThat(part.get("events").get(0).get("position").longValue()).isEqualTo(log.head());
        assertThat(data("/api/v1/streams/node:VAKE/events").get("events")).hasSize(50);
        assertThat(data("/api/v1/streams/node:VAKE/events?from=62").get("events"))
                .isEmpty();
        assertThat(data("/api/v1/streams/node:VAKE/events?from=62&newestFirst=true")
                        .get("events"))
                .hasSize(50);
    }

    private void readAll(String parameters, List<Long> sequences) {
        JsonNode part = data("/api/v1/streams/node:VAKE/events?" + parameters);
        while (true) {
            part.get("events")
                    .forEach(event -> sequences.add(event.get("sequence").longValue()));
            if (part.get("next").isNull()) {
                return;
            }
            part = data("/api/v1/streams/node:VAKE/events?" + parameters + "&from="
                    + part.get("next").longValue());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "node:NONE, 404, stream-unknown",
        "sale:VAKE:4711, 404, stream-unknown",
        "VAKE, 400, bad-request",
        "NODE:VAKE, 400, bad-request",
        "node:, 400, bad-request",
        "node:VAKE%27%20or%20%271%27=%271, 400, bad-request",
        "node:VA%00KE, 400, bad-request",
        "..%2f..%2fetc%2fpasswd, 400, bad-request"
    })
    void whatIsNoStreamIsRefused(String stream, int status, String code) {
        expectProblem("/api/v1/streams/" + stream + "/events", status, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=-1", "from=-1", "from=x", "newestFirst=yes", "order=1"})
    void aPartHasBounds(String parameter) {
        expectProblem("/api/v1/streams/node:VAKE/events?" + parameter, 400, "bad-request");
    }

    @Test
    void nobodyReadsAStreamWhoseNameIsTooLong() {
        expectProblem("/api/v1/streams/node:" + "A".repeat(101) + "/events", 400, "bad-request");
        expectProblem("/api/v1/events/" + "1".repeat(2_000), 400, "bad-request");
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN, 200",
        "NETWORK_OWNER, 200",
        "REGULATOR, 200",
        "AUDITOR, 200",
        "ANALYST, 200",
        "COMPLIANCE_OFFICER, 403",
        "COMPLIANCE_HEAD, 403",
        "FRANCHISEE:VAKE, 403",
        "POS_TERMINAL:VAKE, 403",
        "CUSTOMER, 403"
    })
    void theyAreForWhoeverMayReadTheEventStream(String role, int status) {
        for (String path : List.of("/api/v1/events/3", "/api/v1/streams/node:VAKE/events")) {
            assertThat(side.status(path, role)).as(path).isEqualTo(status);
        }
        assertThat(side.statusForNobody("/api/v1/events/3")).isEqualTo(401);
    }

    private void expectProblem(String path, int status, String code) {
        asked(path)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private JsonNode data(String path) {
        return JsonMapper.shared().readTree(text(path)).get("data");
    }

    private String text(String path) {
        return String.valueOf(asked(path)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    /** As it is written, encoded or not. */
    private WebTestClient.ResponseSpec asked(String path) {
        return side.client().get().uri(URI.create(side.url(path))).exchange();
    }
}
