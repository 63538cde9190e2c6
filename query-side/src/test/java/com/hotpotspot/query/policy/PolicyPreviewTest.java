package com.hotpotspot.query.policy;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.minting.Emission;
import com.hotpotspot.events.minting.Split;
import com.hotpotspot.events.minting.TokenPolicy;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.policy.EmissionKind;
import com.hotpotspot.query.sale.SoldTotals.SoldTotal;
import com.hotpotspot.query.testing.PageReader;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What another policy would have minted for the sales of the last seven days. */
class PolicyPreviewTest {

    private static final String PAGE = "/administration/policies/preview";
    private static final NodeId VAKE = new NodeId("VAKE");
    private static final NodeId GORI = new NodeId("GORI");
    private static final Map<NodeId, NodeType> TYPES = Map.of(VAKE, NodeType.OWNER, GORI, NodeType.FRANCHISE);

    @Test
    void eachSaleIsFlooredByItself() {
        PolicyPreview preview =
                PolicyPreview.of(byTheGel(20), List.of(sold(GORI, 199, 3, 300), sold(GORI, 99, 5, 0)), TYPES);

        assertThat(preview.nodes()).singleElement().satisfies(gori -> {
            assertThat(gori.sales()).isEqualTo(8);
            assertThat(gori.minted()).isEqualTo(300);
            assertThat(gori.would())
                    .as("3 times the floor of 39.8, and nothing below the least total")
                    .isEqualTo(117);
            assertThat(gori.difference()).isEqualTo(-183);
            assertThat(gori.ownerUnits())
                    .as("3 times the floor of 48 per cent of 39")
                    .isEqualTo(54);
            assertThat(gori.royaltyUnits()).isEqualTo(3);
            assertThat(gori.buyerUnits()).isEqualTo(60);
        });
    }

    @Test
    void nodesStandByIdAndTogetherAreWhatTheyAddUpTo() {
        PolicyPreview preview =
                PolicyPreview.of(TokenPolicy.FIRST, List.of(sold(VAKE, 500, 2, 200), sold(GORI, 500, 1, 100)), TYPES);

        assertThat(preview.nodes()).extracting(PolicyPreview.OfNode::node).containsExactly("GORI", "VAKE");
        assertThat(preview.together().would()).isEqualTo(300);
        assertThat(preview.together().minted()).isEqualTo(300);
        assertThat(preview.together().sales()).isEqualTo(3);
    }

    @Test
    void aPageReckonsWithWhatWasTypedAndLeavesOutWhatWasVoidedOrIsOlder() {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG);
                RunningQuerySide side = RunningQuerySide.on(database)) {
            WrittenLog log = new WrittenLog(database);
            log.found(NetworkPurpose.LIVE);
            NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
            Instant now = Instant.now();
            log.sell(vake, "1", now.toString(), khinkali(1));
            log.sell(vake, "2", now.toString(), khinkali(1));
            log.takeBack(vake, "2");
            log.sell(vake, "3", now.minus(Duration.ofDays(9)).toString(), khinkali(1));
            WebTestClient client = side.caughtUpTo(log.head()).clientAs("NETWORK_OWNER");

            String page = PageReader.html(client, PAGE + "?emissionUnits=250&ownerSplit.owner=50&ownerSplit.buyer=50");

            assertThat(page)
                    .contains("data-node=\"VAKE\"", "data-figure=\"minted\">1.00<", "data-figure=\"would\">2.50<")
                    .contains("value=\"250\"", "As of position")
                    .doesNotContain("style=", "onclick", "role=\"alert\"");
        }
    }

    private static SoldTotal sold(NodeId node, long tetri, long sales, long minted) {
        return new SoldTotal(node, Tetri.of(tetri), sales, Units.of(minted));
    }

    private static TokenPolicy byTheGel(long units) {
        TokenPolicy first = TokenPolicy.FIRST;
        return new TokenPolicy(
                1,
                new Emission(EmissionKind.PER_GEL, Units.of(units)),
                first.leastTotal(),
                first.ownerNodeSplit(),
                new Split(48, 49, 3),
                first.voidWindow(),
                first.claimWindow(),
                first.caps(),
                first.tokenPrice());
    }

    /** Where there is nothing, and whatever is asked for. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnAnEmptyLog {

        @AutoClose
        private final RunningQuerySide side = RunningQuerySide.onAnEmptyLog();

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "emissionUnits=0",
                    "emissionUnits=1.5",
                    "emissionUnits=%3Cscript%3E",
                    "leastTotalTetri=0",
                    "ownerSplit.owner=52",
                    "franchiseSplit.royalty=x",
                    "emission=NONE"
                })
        void aPolicyThatCannotBeIsSaidAtItsField(String wrong) {
            assertThat(PageReader.html(side.clientAs("NETWORK_OWNER"), PAGE + "?" + wrong, 400))
                    .contains("role=\"alert\"")
                    .doesNotContain("<script>", "??");
        }

        @Test
        void anEmptyNetworkHasNothingToReckonAndOthersAreKeptOut() {
            assertThat(PageReader.html(side.clientAs("AUDITOR"), PAGE)).contains("Nothing was sold in these days.");
            for (String other : List.of("COMPLIANCE_HEAD", "ANALYST", "FRANCHISEE:VAKE")) {
                assertThat(side.status(PAGE, other)).as(other).isEqualTo(403);
            }
        }
    }
}
