package com.hotpotspot.command.network;

import com.hotpotspot.command.policy.CommandRefused;
import com.hotpotspot.command.policy.RefusalCode;
import com.hotpotspot.command.testing.Fixtures;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.network.TerminalAuthorised;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.network.TerminalRevoked;
import com.hotpotspot.events.network.VoidApprovalSet;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the network and its nodes decide. */
class NetworkTest {

    private static final OwnerId FOUNDER = new OwnerId("founder");
    private static final NetworkFounded FOUNDED =
            new NetworkFounded(FOUNDER, FOUNDER.wallet(), Units.of(100), NetworkPurpose.LIVE);
    private static final NodeId VAKE = new NodeId("VAKE");
    private static final City TBILISI = new City("Tbilisi");
    private static final NodeRegistered REGISTERED =
            new NodeRegistered(VAKE, NodeType.OWNER, TBILISI, FOUNDER, FOUNDER.wallet());
    private static final TerminalId TILL = new TerminalId("TILL-1");

    @Nested
    class TheNetwork {

        private final AggregateTestFixture<Network> fixture = Fixtures.of(Network.class);

        @Test
        void isFoundedWithTheGenesisToken() {
            fixture.givenNoPriorActivity()
                    .when(new FoundNetwork(FOUNDER, NetworkPurpose.LIVE))
                    .expectEvents(FOUNDED)
                    .expectResultMessagePayload(FOUNDED);
        }

        @Test
        void isFoundedOnce() {
            fixture.given(FOUNDED)
                    .when(new FoundNetwork(FOUNDER, NetworkPurpose.LIVE))
                    .expectNoEvents()
                    .expectResultMessagePayload(FOUNDED);
        }

        @Test
        void cannotBeFoundedBySomebodyElse() {
            refused(
                    fixture.given(FOUNDED).when(new FoundNetwork(new OwnerId("other"), NetworkPurpose.LIVE)),
                    RefusalCode.NETWORK_ALREADY_FOUNDED);
        }

        @Test
        void saysAboveWhichTotalAVoidTakesAnApproval() {
            VoidApprovalSet set = new VoidApprovalSet(Tetri.of(5_000));

            fixture.given(FOUNDED).when(new SetVoidApproval(Tetri.of(5_000))).expectEvents(set);
            fixture.given(FOUNDED, set)
                    .when(new SetVoidApproval(Tetri.of(5_000)))
                    .expectNoEvents()
                    .expectResultMessagePayload(set);
        }

        @Test
        void cannotTurnIntoADemonstration() {
            refused(
                    fixture.given(FOUNDED).when(new FoundNetwork(FOUNDER, NetworkPurpose.DEMO)),
                    RefusalCode.NETWORK_ALREADY_FOUNDED);
        }
    }

    @Nested
    class ANode {

        private final RegisterNode register = new RegisterNode(VAKE, NodeType.OWNER, TBILISI, FOUNDER);

        @Test
        void thatIsNewBeginsWithALetterOrADigitAndStandsInACityOneCanRead() {
            NodeId dashed = new NodeId("-A1");
            RegisterNode named = new RegisterNode(dashed, NodeType.OWNER, TBILISI, FOUNDER);
            NodeRegistered before = new NodeRegistered(dashed, NodeType.OWNER, TBILISI, FOUNDER, FOUNDER.wallet());

            invalid(node(FOUNDED).givenNoPriorActivity().when(named), "nodeId");
            invalid(
                    node(FOUNDED)
                            .givenNoPriorActivity()
                            .when(new RegisterNode(VAKE, NodeType.OWNER, new City("Tbi\u200blisi"), FOUNDER)),
                    "city");
            node(FOUNDED).given(before).when(named).expectNoEvents().expectResultMessagePayload(before);
        }

        @Test
        void takesNewTillsThatBeginWithALetterOrADigit() {
            TerminalId dashed = new TerminalId("-1");

            invalid(node(FOUNDED).given(REGISTERED).when(new AuthoriseTerminal(VAKE, dashed)), "terminalId");
            node(FOUNDED)
                    .given(REGISTERED, new TerminalAuthorised(VAKE, dashed), new TerminalRevoked(VAKE, dashed))
                    .when(new AuthoriseTerminal(VAKE, dashed))
                    .expectEvents(new TerminalAuthorised(VAKE, dashed));
        }

        private static void invalid(ResultValidator<?> result, String field) {
            result.expectNoEvents()
                    .expectException(Matchers.<InvalidValue>predicate(
                            invalid -> invalid.field().equals(field)));
        }

        private AggregateTestFixture<Node> node(Event... network) {
            NetworkRegistry registry = new NetworkRegistry();
            for (Event event : network) {
                registry.on(event);
            }
            AggregateTestFixture<Node> fixture = Fixtures.of(Node.class);
            fixture.registerInjectableResource(registry);
            return fixture;
        }

        @Test
        void isRegisteredWithItsOwnersWallet() {
            node(FOUNDED).givenNoPriorActivity().when(register).expectEvents(REGISTERED);
        }

        @Test
        void needsANetwork() {
            refused(node().givenNoPriorActivity().when(register), RefusalCode.NETWORK_NOT_FOUNDED);
        }

        @Test
        void isRegisteredOnce() {
            node(FOUNDED).given(REGISTERED).when(register).expectNoEvents().expectResultMessagePayload(REGISTERED);
        }

        @Test
        void keepsItsTypeCityAndOwner() {
            refused(
                    node(FOUNDED).given(REGISTERED).when(new RegisterNode(VAKE, NodeType.FRANCHISE, TBILISI, FOUNDER)),
                    RefusalCode.NODE_ALREADY_REGISTERED);
        }

        @Test
        void isDeactivatedAndActivatedAgain() {
            node().given(REGISTERED).when(new DeactivateNode(VAKE)).expectEvents(new NodeDeactivated(VAKE));
            node().given(REGISTERED, new NodeDeactivated(VAKE))
                    .when(new ActivateNode(VAKE))
                    .expectEvents(new NodeActivated(VAKE));
        }

        @Test
        void isNotActivatedTwice() {
            node().given(REGISTERED).when(new ActivateNode(VAKE)).expectNoEvents();
            node().given(REGISTERED, new NodeDeactivated(VAKE))
                    .when(new DeactivateNode(VAKE))
                    .expectNoEvents();
        }

        @Test
        void thatNobodyRegisteredCannotBeActivated() {
            node().givenNoPriorActivity()
                    .when(new ActivateNode(VAKE))
                    .expectException(AggregateNotFoundException.class);
        }

        @Test
        void authorisesATerminalOnce() {
            node().given(REGISTERED)
                    .when(new AuthoriseTerminal(VAKE, TILL))
                    .expectEvents(new TerminalAuthorised(VAKE, TILL));
            node().given(REGISTERED, new TerminalAuthorised(VAKE, TILL))
                    .when(new AuthoriseTerminal(VAKE, TILL))
                    .expectNoEvents();
        }

        @Test
        void revokesATerminalOnce() {
            node().given(REGISTERED, new TerminalAuthorised(VAKE, TILL))
                    .when(new RevokeTerminal(VAKE, TILL))
                    .expectEvents(new TerminalRevoked(VAKE, TILL));
            node().given(REGISTERED, new TerminalAuthorised(VAKE, TILL), new TerminalRevoked(VAKE, TILL))
                    .when(new RevokeTerminal(VAKE, TILL))
                    .expectNoEvents();
        }

        @Test
        void mayTrustATerminalAgain() {
            node().given(REGISTERED, new TerminalAuthorised(VAKE, TILL), new TerminalRevoked(VAKE, TILL))
                    .when(new AuthoriseTerminal(VAKE, TILL))
                    .expectEvents(new TerminalAuthorised(VAKE, TILL));
        }

        @Test
        void cannotRevokeATerminalItNeverHad() {
            refused(node().given(REGISTERED).when(new RevokeTerminal(VAKE, TILL)), RefusalCode.TERMINAL_UNKNOWN);
        }
    }

    private static void refused(ResultValidator<?> outcome, RefusalCode code) {
        outcome.expectNoEvents()
                .expectException(CommandRefused.class)
                .expectException(Matchers.<CommandRefused>predicate(refusal -> refusal.code() == code));
    }
}
