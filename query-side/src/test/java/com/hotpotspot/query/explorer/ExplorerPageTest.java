package com.hotpotspot.query.explorer;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.NewEvent;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.keystore.TestKeystore;
import com.hotpotspot.query.testing.Browser;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The explorer over a sealed log, whose last events no build of today can read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplorerPageTest {

    private static final String SCRIPT = "<script>alert(1)</script>";

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.withPages(
            database,
            "hotpotspot.audit.seal=true",
            "hotpotspot.audit.every=100ms",
            "hotpotspot.keystore.file=" + TestKeystore.shared().file(),
            "hotpotspot.keystore.passphrase-file=" + TestKeystore.shared().passphraseFile());
    private final EventLog log = new PostgresEventLog(database.as("hps_command"));
    private long unknown;
    private Browser browser = new Browser();

    @BeforeAll
    void network() {
        WrittenLog written = new WrittenLog(database);
        written.found(NetworkPurpose.LIVE);
        NodeId vake = written.register("VAKE", NodeType.OWNER, "Tbilisi");
        written.sell(vake, "4711", "2026-01-15T10:00:00Z", khinkali(5));
        for (int i = 0; i < 30; i++) {
            written.append(new NodeDeactivated(vake), new NodeActivated(vake));
        }
        side.caughtUpTo(written.head());
        unknown = log.append(List.of(
                        event(0, "oven.exploded", "1", "{\"what\":\"" + SCRIPT + "\"}"),
                        event(1, "sale.recorded", "9", "{\"much\":[\"else\"]}")))
                .first();
    }

    private static NewEvent event(long sequence, String type, String revision, String payload) {
        return new NewEvent(
                StreamId.parse("sale:VAKE:odd"),
                sequence,
                UuidCreator.getTimeOrderedEpoch(),
                type,
                revision,
                Instant.parse("2026-11-22T20:12:06.007Z"),
                payload.getBytes(UTF_8),
                EventJson.metadata(Map.of("account", "till-7", "channel", "till")));
    }

    @BeforeEach
    void everybodyIsAdministrator() {
        browser = new Browser();
        side.issuer().reset();
    }

    @AfterEach
    void leave() {
        browser.close();
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "NETWORK_OWNER", "REGULATOR", "AUDITOR"})
    void whoMayReadTheLogSeesIt(String role) {
        side.issuer().people(role);

        assertThat(open("/explorer").body())
                .contains("href=\"/explorer\"", "hx-select-oob")
                .doesNotContain("style=", "onclick");
        assertThat(open("/explorer/events/3").statusCode()).isEqualTo(200);
        assertThat(open("/explorer/streams/node:VAKE").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMPLIANCE_OFFICER", "COMPLIANCE_HEAD", "FRANCHISEE:VAKE", "ANALYST"})
    void itIsForNobodyElse(String role) {
        side.issuer().people(role);

        assertThat(List.of("/explorer", "/explorer/events/3", "/explorer/streams/node:VAKE"))
                .allSatisfy(path -> assertThat(open(path).statusCode()).isEqualTo(403));
    }

    @Test
    void anEventIsShownWithWhatItSaysWhereItLiesAndWhatProvesIt() {
        HttpResponse<String> page = await().atMost(Duration.ofSeconds(20))
                .until(() -> open("/explorer/events/3"), shown -> shown.body().contains(".tlog-proof"));

        assertThat(page.body())
                .contains(
                        "<h1>Event 3</h1>",
                        "<code>sale.recorded</code>",
                        "href=\"/explorer/streams/sale:VAKE:0000004711\"")
                .contains("totalTetri", "₾", "Tbilisi time", "Khinkali")
                .contains("href=\"/explorer/events/2\"", "href=\"/explorer/events/4\"")
                .containsPattern("id=\"later\"[^>]*href=\"/explorer/events/4\"")
                .doesNotContain("id=\"earlier\"", "id=\"unknown\"")
                .contains("href=\"/audit?position=3\"", "href=\"/api/v1/audit/proofs/3\"", "href=\"/api/v1/events/3\"")
                .containsPattern("href=\"/api/v1/audit/checkpoints/\\d+\"")
                .containsPattern("id=\"leaf\"[^>]*>[A-Za-z0-9+/]{43}=<");
    }

    @Test
    void theFirstEventHasNoneBeforeItAndTheLastNoneBehind() {
        assertThat(open("/explorer/events/0").body())
                .doesNotContain("id=\"previous\"")
                .contains("id=\"next\"");
        assertThat(open("/explorer/events/" + log.head()).body())
                .contains("id=\"previous\"")
                .doesNotContain("id=\"next\"");
        HttpResponse<String> beyond = open("/explorer/events/" + (log.head() + 1));
        assertThat(beyond.statusCode()).isEqualTo(404);
        assertThat(beyond.body()).contains("The log has no event at this position yet.");
        assertThat(open("/explorer/events/x").statusCode()).isEqualTo(400);
    }

    @Test
    void whatThisBuildCannotReadIsShownAsItIsStored() {
        assertThat(open("/explorer/events/" + unknown).body())
                .contains("oven.exploded", "id=\"unknown\"", "&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("23 Nov 2026, 00:12:06", "2026-11-22T20:12:06.007Z", "till-7")
                .doesNotContain(SCRIPT);
        assertThat(open("/explorer/events/" + (unknown + 1)).body())
                .contains("id=\"unknown\"", "revision 9", "{&quot;much&quot;:[&quot;else&quot;]}");
    }

    @Test
    void aStreamIsShownInItsOrderAndFromItsEnd() {
        HttpResponse<String> oldest = open("/explorer/streams/node:VAKE");
        assertThat(oldest.body())
                .contains(
                        "data-sequence=\"0\"", "data-sequence=\"24\"", "Events in this stream: 62", "newestFirst=true")
                .contains("from=25")
                .doesNotContain("data-sequence=\"25\"");
        assertThat(open("/explorer/streams/node:VAKE?from=50").body())
                .contains("data-sequence=\"50\"", "data-sequence=\"61\"")
                .doesNotContain("rel=\"next\"");
        assertThat(open("/explorer/streams/node:VAKE?newestFirst=true").body())
                .contains("data-sequence=\"61\"", "from=36")
                .doesNotContain("data-sequence=\"36\"");
        HttpResponse<String> none = open("/explorer/streams/node:NONE");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("The log has no such stream.");
        HttpResponse<String> odd = open("/explorer/streams/nonsense");
        assertThat(odd.statusCode()).isEqualTo(400);
        assertThat(odd.body()).contains("No stream can be called that");
    }

    @Test
    void theLogIsLeafedThroughFromItsEnd() {
        assertThat(open("/explorer").body())
                .contains("data-event=\"" + log.head() + "\"", "rel=\"next\"", "The latest events");
        assertThat(open("/explorer?before=20").body())
                .contains("data-event=\"19\"", "data-event=\"0\"", "Earlier events")
                .doesNotContain("data-event=\"20\"", "rel=\"next\"");
    }

    @Test
    void positionsOnOtherPagesLeadHereForWhoeverMay() {
        assertThat(open("/").body()).containsPattern("href=\"/explorer/events/\\d+\"[^>]*data-figure=\"position\"");
        assertThat(open("/audit?position=3").body()).contains("href=\"/explorer/events/3\"");
        side.issuer().people("COMPLIANCE_OFFICER");
        try (Browser officer = new Browser()) {
            assertThat(officer.open(side.url("/")).body())
                    .containsPattern("href=\"/audit\\?position=\\d+\"[^>]*data-figure=\"position\"")
                    .doesNotContain("/explorer");
        }
    }

    private HttpResponse<String> open(String path) {
        return browser.open(side.url(path));
    }
}
