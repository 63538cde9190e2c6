package com.hotpotspot.query.rebuild;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.projection.DiscardReason;
import com.hotpotspot.events.projection.ParkedEventDiscarded;
import com.hotpotspot.query.testing.Browser;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What becomes of projections that do without an event for good; over a log with a sale that cannot be taken in. */
class DiscardedEventsTest {

    private static final long CULPRIT = 6;
    private static final String PARKED = "/api/v1/projections/witness/parked/" + CULPRIT;

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.withPages(database);
    private final WebTestClient admin = side.clientAs("ADMIN");

    @BeforeEach
    void network() {
        WrittenLog log = new WrittenLog(database);
        log.found(NetworkPurpose.LIVE);
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        log.sell(vake, "1", "2026-01-15T10:00:00Z", khinkali(1));
        log.sell(vake, "2", "-999999999-01-02T00:00:00Z", khinkali(1));
        side.caughtUpTo(log.head());
        assertThat(parked()).isEqualTo(2);
    }

    @AfterEach
    void close() {
        side.close();
        database.close();
    }

    @Test
    void whatWasParkedWithItIsTakenInAndTheLogSaysWhoDecidedItAndWhy() {
        admin.post()
                .uri(PARKED + "/discard?reason=Sold before the first day of all")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data.taken")
                .isEqualTo(1);

        assertThat(parked()).isZero();
        StoredEvent last = last();
        assertThat(last.event())
                .isEqualTo(new ParkedEventDiscarded(
                        "witness", CULPRIT, new DiscardReason("Sold before the first day of all")));
        assertThat(last.stream()).isEqualTo("projection:witness:6");
        assertThat(last.metadata()).asString().contains("somebody", "ADMIN", "program");
        refused(PARKED + "/discard?reason=Once+more", 404, "event-not-parked");
    }

    @Test
    void aVersionThatIsFilledAnewDoesWithoutItToo() {
        admin.post()
                .uri(PARKED + "/discard?reason=Unusable")
                .exchange()
                .expectStatus()
                .isOk();

        admin.post()
                .uri("/api/v1/projections/witness/rebuild")
                .exchange()
                .expectStatus()
                .isOk();

        await().atMost(Duration.ofSeconds(30)).until(() -> told("version"), version -> version == 2);
        assertThat(parked()).isZero();
    }

    @Test
    void anAdministratorDoesItOnThePage() {
        try (Browser browser = new Browser()) {
            HttpResponse<String> page = browser.open(side.url("/projections"));
            assertThat(browser.submitWith(side.url("/projections/witness/parked/6/discard"), page, "reason=+")
                            .body())
                    .contains("Say why, in at most 200 characters.");

            HttpResponse<String> done =
                    browser.submitWith(side.url("/projections/witness/parked/6/discard"), page, "reason=Unusable");

            assertThat(done.uri()).hasToString(side.url("/projections"));
            assertThat(done.body())
                    .doesNotContain("data-parked=\"witness-6\"")
                    .contains("data-parked=\"node_sales-6\"");
            assertThat(last().metadata()).asString().contains("administrator", "page");
        }
    }

    @Test
    void nobodyElseDecidesItAndNobodyWithoutAReason() {
        side.clientAs("NETWORK_OWNER")
                .post()
                .uri(PARKED + "/discard?reason=Unusable")
                .exchange()
                .expectStatus()
                .isForbidden();
        refused(PARKED + "/discard", 400, "bad-request");
        refused(PARKED + "/discard?reason=" + "x".repeat(201), 400, "bad-request");
        refused("/api/v1/projections/witness/parked/3/discard?reason=Unusable", 404, "event-not-parked");
        refused("/api/v1/projections/elsewhere/parked/6/discard?reason=Unusable", 404, "projection-unknown");
        assertThat(parked()).isEqualTo(2);
    }

    private void refused(String address, int status, String code) {
        admin.post()
                .uri(address)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private StoredEvent last() {
        EventLog log = side.bean(EventLog.class);
        return log.read(log.head(), 1).events().getFirst();
    }

    private int parked() {
        return told("parked");
    }

    private int told(String member) {
        int[] value = {-1};
        admin.get()
                .uri("/api/v1/projections")
                .exchange()
                .expectBody()
                .jsonPath("$.data.projections[?(@.name == 'witness')]." + member)
                .value((List<Integer> found) -> value[0] = found.getFirst());
        return value[0];
    }
}
