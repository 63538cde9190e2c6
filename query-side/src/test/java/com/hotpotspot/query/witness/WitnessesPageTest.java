package com.hotpotspot.query.witness;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said about witnesses, as JSON and as a page. */
class WitnessesPageTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final WrittenLog log = new WrittenLog(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyActiveNodeIsThereWithItsScoreAndWhyItIsNotChosen() {
        givenNodesThatSell();
        try (RunningQuerySide side = side("VAKE", "GORI", "BATUMI")) {
            assertThatWitnesses(side, """
                    {"state": "WITNESSED", "threshold": 300, "eligible": 3, "chosen": 3, "quorum": 3,
                     "nodes": [
                      {"nodeId": "VAKE", "city": "Tbilisi", "score": 735, "salesScore": 1000, "reputationScore": 321,
                       "geographyScore": 1000, "stakeScore": 392, "chosen": true},
                      {"nodeId": "BATUMI", "score": 688, "chosen": true},
                      {"nodeId": "GORI", "score": 628, "chosen": true},
                      {"nodeId": "NEW", "city": "Telavi", "score": 100, "salesScore": 0, "reputationScore": 0,
                       "geographyScore": 500, "stakeScore": 0, "chosen": false, "reason": "NO_WITNESS_CONFIGURED"}],
                     "asked": [{"name": "witness.example/regulator", "url": "https://witness.example/regulator",
                                "signed": 0}]}
                    """);
            assertThat(html(side))
                    .contains("Nodes of the network cosign the log’s checkpoints.")
                    .contains("Must sign: 3. Chosen: 3.")
                    .contains("Not chosen: no witness is configured for it")
                    .contains(
                            "href=\"/nodes/VAKE\"",
                            "witness.example/regulator",
                            "from outside the network",
                            "nothing yet")
                    .contains("As of position")
                    .doesNotContain("style=", "<script", "onclick");
        }
    }

    @Test
    void thatTooFewAreEligibleIsSaidInClearWords() {
        givenNodesThatSell();
        try (RunningQuerySide side = side("VAKE", "GORI")) {
            assertThatWitnesses(side, """
                    {"state": "TOO_FEW_ELIGIBLE", "eligible": 2, "chosen": 0, "quorum": 0,
                     "nodes": [
                      {"nodeId": "VAKE", "chosen": false, "reason": "TOO_FEW_ELIGIBLE"},
                      {"nodeId": "BATUMI", "chosen": false, "reason": "NO_WITNESS_CONFIGURED"},
                      {"nodeId": "GORI", "chosen": false, "reason": "TOO_FEW_ELIGIBLE"},
                      {"nodeId": "NEW"}]}
                    """);
            assertThat(html(side))
                    .contains("Too few nodes are eligible: checkpoints go out without cosignatures of nodes.")
                    .contains("Not chosen: fewer than 3 nodes are eligible")
                    .doesNotContain("Must sign");
        }
    }

    @Test
    void anEmptyLogHasNoWitnesses() {
        try (RunningQuerySide side = RunningQuerySide.on(database)) {
            assertThatWitnesses(side, """
                    {"state": "NO_WITNESS_CONFIGURED", "eligible": 0, "nodes": [], "asked": [], "position": -1}
                    """);
            assertThat(html(side))
                    .contains("No node of the network has a witness configured")
                    .contains("The network has no active node.", "Nobody is asked.")
                    .contains("The log is empty.");
        }
    }

    private void givenNodesThatSell() {
        log.found(NetworkPurpose.LIVE);
        sell(log.register("VAKE", NodeType.OWNER, "Tbilisi"));
        sell(log.register("GORI", NodeType.FRANCHISE, "Gori"));
        sell(log.register("BATUMI", NodeType.FRANCHISE, "Batumi"));
        log.register("NEW", NodeType.FRANCHISE, "Telavi");
    }

    private void sell(NodeId node) {
        log.sell(node, "1", "2026-01-15T10:00:00Z", khinkali(1));
    }

    private RunningQuerySide side(String... nodes) {
        WitnessSettings.Witness[] witnesses = new WitnessSettings.Witness[nodes.length + 1];
        for (int index = 0; index < nodes.length; index++) {
            witnesses[index] = TestWitnesses.of(nodes[index]);
        }
        witnesses[nodes.length] = TestWitnesses.outside("regulator");
        return RunningQuerySide.on(database, TestWitnesses.properties(witnesses))
                .caughtUpTo(log.head());
    }

    private static void assertThatWitnesses(RunningQuerySide side, String data) {
        side.client()
                .get()
                .uri("/api/v1/audit/witnesses")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"success\": true, \"error\": null, \"data\": " + data + "}");
    }

    private static String html(RunningQuerySide side) {
        byte[] body = side.client()
                .get()
                .uri("/audit/witnesses")
                .header("Accept", "text/html")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }
}
