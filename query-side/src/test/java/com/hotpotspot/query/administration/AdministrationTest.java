package com.hotpotspot.query.administration;

import static com.hotpotspot.query.testing.Documents.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.DayBegin;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.network.TerminalAuthorised;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.network.TerminalRevoked;
import com.hotpotspot.events.network.VoidApprovalSet;
import com.hotpotspot.query.testing.PageReader;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What was decided about the network, its nodes and their terminals: as rows, as JSON and on pages. */
class AdministrationTest {

    private static final String PAGE = "/administration";
    private static final String SETTINGS = "/api/v1/network/settings";

    private static void happen(WrittenLog log) {
        log.found(NetworkPurpose.LIVE);
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        NodeId gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
        OwnerId heir = new OwnerId("heir");
        log.append(new NodeOwnerChanged(gori, heir, heir.wallet()));
        log.append(new NodeDeactivated(gori));
        log.append(new NodeDeactivated(vake));
        log.append(new NodeActivated(vake));
        log.append(new TerminalAuthorised(vake, new TerminalId("TILL-2")));
        log.append(new TerminalRevoked(vake, WrittenLog.TILL));
        log.append(new VoidApprovalSet(Tetri.of(5_000)));
        log.append(new BusinessDaySet(new DayBegin("04:00"), LocalDate.of(2026, 2, 1)));
        log.append(new BusinessDaySet(new DayBegin("05:00"), LocalDate.of(2026, 3, 1)));
        log.append(new BusinessDaySet(new DayBegin("05:30"), LocalDate.of(2026, 3, 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void whatWasDecidedLastIsToldWithItsPlaceInTheLogWhereverBatchesEnd(int batchSize) {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG)) {
            WrittenLog log = new WrittenLog(database);
            happen(log);
            try (RunningQuerySide side =
                    RunningQuerySide.on(database, "hotpotspot.projections.batch-size=" + batchSize)) {
                WebTestClient client = side.caughtUpTo(log.head()).client();

                assertThatJson(client, SETTINGS, """
                        {"founding": {"founderId": "founder", "purpose": "LIVE", "founded": 0},
                         "voidApproval": {"aboveTetri": 5000, "set": 11},
                         "businessDays": [
                           {"beginsAt": "05:30", "from": "2026-03-01", "set": 14},
                           {"beginsAt": "04:00", "from": "2026-02-01", "set": 12}],
                         "position": 14}
                        """);
                assertThatJson(client, "/api/v1/nodes/VAKE/terminals?atLeast=14", """
                        {"nodeId": "VAKE", "next": null, "position": 14, "terminals": [
                          {"terminalId": "TILL-1", "accountId": "till-4-vake-till-1", "authorised": false, "since": 10},
                          {"terminalId": "TILL-2", "accountId": "till-4-vake-till-2", "authorised": true, "since": 9}]}
                        """);
                assertThat(PageReader.html(client, PAGE))
                        .contains("data-node=\"GORI\"", "heir", "href=\"/explorer/events/6\"", "50.00", "05:30")
                        .contains("As of position", "href=\"/administration/nodes/VAKE\"")
                        .doesNotContain("style=", "onclick");
                assertThat(PageReader.html(client, PAGE + "/nodes/GORI"))
                        .contains(
                                "heir", new OwnerId("heir").wallet().value(), "Inactive", "href=\"/explorer/events/5\"")
                        .contains("data-terminal=\"TILL-1\"", "May sell", "Franchise point");
                assertThat(PageReader.html(client, PAGE + "/nodes/VAKE"))
                        .contains("Revoked", "href=\"/explorer/events/10\"");
            }
        }
    }

    @Test
    void terminalsAndNodesComeInParts() {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG);
                RunningQuerySide side = RunningQuerySide.on(database)) {
            WrittenLog log = new WrittenLog(database);
            happen(log);
            WebTestClient client = side.caughtUpTo(log.head()).client();

            assertThatJson(client, "/api/v1/nodes/VAKE/terminals?limit=1", """
                    {"terminals": [{"terminalId": "TILL-1"}], "next": "TILL-1"}
                    """);
            assertThatJson(client, "/api/v1/nodes/VAKE/terminals?limit=2&after=TILL-1", """
                    {"terminals": [{"terminalId": "TILL-2"}], "next": null}
                    """);
            assertThat(PageReader.html(client, PAGE + "?after=GORI"))
                    .contains("data-node=\"VAKE\"")
                    .doesNotContain("data-node=\"GORI\"");
            assertThat(side.status(PAGE + "?after=%00", "ADMIN")).isEqualTo(400);
            assertThat(side.status("/api/v1/nodes/VAKE/terminals?after=till", "ADMIN"))
                    .isEqualTo(400);
        }
    }

    @Test
    void aFranchiseeSeesTheTerminalsOfTheirOwnNodesAndLearnsNothingOfOthers() {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG);
                RunningQuerySide side = RunningQuerySide.on(database)) {
            WrittenLog log = new WrittenLog(database);
            happen(log);
            side.caughtUpTo(log.head());

            assertThat(PageReader.html(side.clientAs("FRANCHISEE:GORI"), PAGE + "/nodes/GORI"))
                    .contains("data-terminal=\"TILL-1\"")
                    .doesNotContain("href=\"/administration\"", "/administration/accounts");
            assertThat(PageReader.html(side.clientAs("FRANCHISEE:GORI"), "/nodes/GORI"))
                    .contains("href=\"/administration/nodes/GORI\"");
            for (String path : List.of("/api/v1/nodes/%s/terminals", PAGE + "/nodes/%s")) {
                assertThat(side.status(path.formatted("GORI"), "FRANCHISEE:GORI"))
                        .isEqualTo(200);
                assertThat(side.status(path.formatted("VAKE"), "FRANCHISEE:GORI"))
                        .isEqualTo(403);
                assertThat(side.status(path.formatted("NONE"), "FRANCHISEE:GORI"))
                        .isEqualTo(403);
            }
            assertThat(PageReader.html(side.clientAs("COMPLIANCE_HEAD"), "/nodes/GORI"))
                    .doesNotContain("/administration");
        }
    }

    /** Where there is nothing, and whatever is asked for. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnAnEmptyLog {

        @AutoClose
        private final RunningQuerySide side = RunningQuerySide.onAnEmptyLog();

        @ParameterizedTest
        @ValueSource(strings = {"NONE", "vake", "%00", "..%2F..", "x'%20or%20'1'='1", "%3Cscript%3E"})
        void aNodeThatThereIsNotOrCannotBeIsUnknown(String id) {
            for (String path : List.of("/api/v1/nodes/%s/terminals", PAGE + "/nodes/%s")) {
                side.client()
                        .get()
                        .uri(URI.create(side.url(path.replace("%s", id))))
                        .exchange()
                        .expectStatus()
                        .value(status -> assertThat(status).as(path).isIn(400, 404));
            }
        }

        @Test
        void anEmptyLogHasNoNetworkAndTheWholeIsForThoseWhoOverseeIt() {
            assertThatJson(side.clientAs("REGULATOR"), SETTINGS, """
                    {"founding": null, "voidApproval": null, "businessDays": [], "position": -1}
                    """);
            assertThat(PageReader.html(side.clientAs("AUDITOR"), PAGE))
                    .contains(
                            "The log is empty.", "There is no network yet.", "begin at midnight", "There is no node.");
            for (String other : List.of("COMPLIANCE_HEAD", "ANALYST", "FRANCHISEE:VAKE", "CUSTOMER:somebody")) {
                assertThat(side.status(PAGE, other)).as(other).isEqualTo(403);
                assertThat(side.status(SETTINGS, other)).as(other).isEqualTo(403);
            }
        }
    }
}
