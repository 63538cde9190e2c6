package com.hotpotspot.command.network;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.command.testing.Fixtures;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.DayBegin;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                    NetworkCode.NETWORK_ALREADY_FOUNDED);
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
        void letsBusinessDaysBeginAtAnotherTime() {
            BusinessDaySet set = set("03:00", "2026-12-10");

            atNoonOf9December()
                    .given(FOUNDED)
                    .when(command(set))
                    .expectEvents(set)
                    .expectResultMessagePayload(set);
        }

        @Test
        void changesNothingWhenTheSameIsSetAgainEvenAfterTheDayHasBegun() {
            BusinessDaySet set = set("03:00", "2026-12-01");

            atNoonOf9December()
                    .given(FOUNDED, set)
                    .when(command(set))
                    .expectNoEvents()
                    .expectResultMessagePayload(set);
        }

        @ParameterizedTest
        @CsvSource({
            // Noon of 9 December in Tbilisi is 08:00 UTC.
            "2026-12-09T08:00:00Z, 03:00, 2026-12-09, false",
            "2026-12-09T08:00:00Z, 03:00, 2026-12-08, false",
            "2026-12-09T08:00:00Z, 03:00, 2026-12-10, true",
            // The 10th was to begin at midnight in Tbilisi, which is 20:00 UTC.
            "2026-12-09T19:50:00Z, 03:00, 2026-12-10, true",
            "2026-12-09T19:50:00.001Z, 03:00, 2026-12-10, false",
            "2026-12-09T20:30:00Z, 03:00, 2026-12-10, false",
            "2026-12-09T20:30:00Z, 03:00, 2026-12-11, true"
        })
        void neverMovesADayThatHasBegunOrIsAboutTo(Instant now, String beginsAt, String from, boolean allowed) {
            BusinessDaySet set = set(beginsAt, from);
            ResultValidator<?> outcome = at(now).given(FOUNDED).when(command(set));

            if (allowed) {
                outcome.expectEvents(set);
            } else {
                refused(outcome, NetworkCode.BUSINESS_DAY_HAS_BEGUN);
            }
        }

        @Test
        void movesADayNeitherForwardsNorBackwardsOnceItCouldHaveBegunEitherWay() {
            BusinessDaySet three = set("03:00", "2026-12-01");
            // Half past one of the 10th in Tbilisi: the 9th goes on until three.
            Instant now = Instant.parse("2026-12-09T21:30:00Z");

            at(now).given(FOUNDED, three)
                    .when(command(set("04:00", "2026-12-10")))
                    .expectEvents(set("04:00", "2026-12-10"));
            at(now).given(FOUNDED, three)
                    .when(command(set("02:00", "2026-12-10")))
                    .expectEvents(set("02:00", "2026-12-10"));
            refused(
                    at(now).given(FOUNDED, three).when(command(set("01:00", "2026-12-10"))),
                    NetworkCode.BUSINESS_DAY_HAS_BEGUN);
        }

        @Test
        void setsTheBeginningOfDaysAtMostAYearAhead() {
            atNoonOf9December()
                    .given(FOUNDED)
                    .when(command(set("03:00", "2027-12-10")))
                    .expectEvents(set("03:00", "2027-12-10"));
            refused(
                    atNoonOf9December().given(FOUNDED).when(command(set("03:00", "2027-12-12"))),
                    NetworkCode.BUSINESS_DAY_TOO_FAR_AHEAD);
        }

        @Test
        void setsNoDayBeyondAllTime() {
            assertThatThrownBy(() -> command(set("03:00", "2100-01-01")))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageContaining("from");
        }

        private AggregateTestFixture<Network> atNoonOf9December() {
            return at(Instant.parse("2026-12-09T08:00:00Z"));
        }

        private AggregateTestFixture<Network> at(Instant now) {
            AggregateTestFixture<Network> atThatTime = Fixtures.of(Network.class);
            atThatTime.registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
            return atThatTime;
        }

        private static BusinessDaySet set(String beginsAt, String from) {
            return new BusinessDaySet(new DayBegin(beginsAt), LocalDate.parse(from));
        }

        private static SetBusinessDay command(BusinessDaySet set) {
            return new SetBusinessDay(set.beginsAt(), set.from());
        }

        @Test
        void cannotTurnIntoADemonstration() {
            refused(
                    fixture.given(FOUNDED).when(new FoundNetwork(FOUNDER, NetworkPurpose.DEMO)),
                    NetworkCode.NETWORK_ALREADY_FOUNDED);
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
            refused(node().givenNoPriorActivity().when(register), NetworkCode.NETWORK_NOT_FOUNDED);
        }

        @Test
        void isRegisteredOnce() {
            node(FOUNDED).given(REGISTERED).when(register).expectNoEvents().expectResultMessagePayload(REGISTERED);
        }

        @Test
        void keepsItsTypeCityAndOwner() {
            refused(
                    node(FOUNDED).given(REGISTERED).when(new RegisterNode(VAKE, NodeType.FRANCHISE, TBILISI, FOUNDER)),
                    NodeCode.NODE_ALREADY_REGISTERED);
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
            refused(node().given(REGISTERED).when(new RevokeTerminal(VAKE, TILL)), NodeCode.TERMINAL_UNKNOWN);
        }
    }

    private static void refused(ResultValidator<?> outcome, PublicCode code) {
        outcome.expectNoEvents()
                .expectException(CommandRefused.class)
                .expectException(Matchers.<CommandRefused>predicate(refusal -> refusal.code() == code));
    }
}
