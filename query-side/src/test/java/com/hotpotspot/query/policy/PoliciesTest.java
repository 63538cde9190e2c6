package com.hotpotspot.query.policy;

import static com.hotpotspot.query.testing.Documents.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.minting.TokenPolicy;
import com.hotpotspot.events.policy.TokenPolicyAdopted;
import com.hotpotspot.events.policy.TokenPolicyWithdrawn;
import com.hotpotspot.query.testing.PageReader;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The versions of the token policy: as rows, as JSON and on pages. */
class PoliciesTest {

    private static final String DOOR = "/api/v1/policies";
    private static final String PAGE = "/administration/policies";

    private static void happen(WrittenLog log) {
        log.append(adopted(2, "2020-01-01T00:00:00Z"));
        log.append(adopted(3, "2021-01-01T00:00:00Z"));
        log.append(adopted(4, "2098-01-01T00:00:00Z"));
        log.append(new TokenPolicyWithdrawn(4));
        log.append(adopted(5, "2099-01-01T00:00:00Z"));
    }

    private static TokenPolicyAdopted adopted(int version, String from) {
        return TokenPolicy.FIRST.withVersion(version).adoptedFrom(Instant.parse(from));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void aVersionIsInForceUntilAnotherFollowsAndOneThatWasWithdrawnNeverIs(int batchSize) {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG)) {
            WrittenLog log = new WrittenLog(database);
            happen(log);
            try (RunningQuerySide side =
                    RunningQuerySide.on(database, "hotpotspot.projections.batch-size=" + batchSize)) {
                WebTestClient client = side.caughtUpTo(log.head()).client();

                assertThatJson(client, DOOR + "?atLeast=4", """
                        {"policies": [
                          {"version": 5, "state": "COMING", "effectiveFrom": "2099-01-01T00:00:00Z", "adopted": 4},
                          {"version": 4, "state": "WITHDRAWN", "adopted": 2, "withdrawn": 3},
                          {"version": 3, "state": "IN_FORCE", "withdrawn": null},
                          {"version": 2, "state": "PAST"},
                          {"version": 1, "state": "PAST", "effectiveFrom": null, "adopted": null}],
                         "below": null, "position": 4}
                        """);
                assertThatJson(client, DOOR + "/3", """
                        {"version": 3, "emission": "FLAT", "emissionUnits": 100, "leastTotalTetri": 100,
                         "ownerSplit": {"owner": 51, "buyer": 49, "royalty": 0},
                         "franchiseSplit": {"owner": 48, "buyer": 49, "royalty": 3},
                         "voidWindowMinutes": 1440, "claimWindowMinutes": 525600,
                         "caps": {"founder": 48, "franchisee": 24, "customer": 49}, "tokenPriceTetri": 500,
                         "position": 4}
                        """);
                assertThatJson(client, DOOR + "?limit=2&below=4", """
                        {"policies": [{"version": 3}, {"version": 2}], "below": 2}
                        """);
                assertThat(PageReader.html(client, PAGE))
                        .contains("data-policy=\"5\"", "In force", "Takes effect later", "always was", "As of position")
                        .doesNotContain("style=", "onclick");
                assertThat(PageReader.html(client, PAGE + "/4"))
                        .contains("Withdrawn", "href=\"/explorer/events/3\"", "days: 365");
            }
        }
    }

    @Test
    void beforeAnyWasAdoptedTheFirstIsInForceAndOnlyThoseWhoOverseeTheNetworkSeeThat() {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG);
                RunningQuerySide side = RunningQuerySide.on(database)) {
            assertThatJson(side.clientAs("REGULATOR"), DOOR, """
                    {"policies": [{"version": 1, "state": "IN_FORCE"}], "below": null, "position": -1}
                    """);
            assertThat(PageReader.html(side.clientAs("NETWORK_OWNER"), PAGE + "/1"))
                    .contains("The log is empty.", "In force");
            for (String other : List.of("COMPLIANCE_HEAD", "ANALYST", "FRANCHISEE:VAKE", "CUSTOMER:somebody")) {
                for (String path : List.of(DOOR, DOOR + "/1", PAGE, PAGE + "/1")) {
                    assertThat(side.status(path, other)).as(other + path).isEqualTo(403);
                }
            }
            for (String id : List.of("2", "0", "-1", "01", "9999999999", "one", "%00", "1%20or%201=1")) {
                for (String door : List.of(DOOR, PAGE)) {
                    side.client()
                            .get()
                            .uri(URI.create(side.url(door + "/" + id)))
                            .exchange()
                            .expectStatus()
                            .value(status -> assertThat(status).as(id).isIn(400, 404));
                }
            }
        }
    }
}
