package com.hotpotspot.command.sale;

import static com.hotpotspot.command.sale.SaleTest.Given.BATUMI;
import static com.hotpotspot.command.sale.SaleTest.Given.FOUNDER;
import static com.hotpotspot.command.sale.SaleTest.Given.FRANCHISEE;
import static com.hotpotspot.command.sale.SaleTest.Given.NOW;
import static com.hotpotspot.command.sale.SaleTest.Given.TILL;
import static com.hotpotspot.command.sale.SaleTest.Given.VAKE;
import static com.hotpotspot.command.sale.SaleTest.Given.aNetwork;
import static com.hotpotspot.command.sale.SaleTest.Given.khinkali;
import static com.hotpotspot.command.sale.SaleTest.Given.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.command.network.NetworkRegistry;
import com.hotpotspot.command.network.NodeCode;
import com.hotpotspot.command.policy.TokenPolicies;
import com.hotpotspot.command.testing.Fixtures;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.Era;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.network.TerminalAuthorised;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.network.TerminalRevoked;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.CustomerId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a sale decides, command by command and outcome by outcome. */
class SaleTest {

    private final NetworkRegistry network = aNetwork();
    private Customers customers = customer -> Optional.empty();

    private ResultValidator<Sale> when(RecordSale command) {
        AggregateTestFixture<Sale> fixture = Fixtures.of(Sale.class);
        fixture.registerInjectableResource(network);
        fixture.registerInjectableResource(new TokenPolicies());
        fixture.registerInjectableResource(customers);
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
        return fixture.givenNoPriorActivity().when(command);
    }

    @Nested
    class IsRecorded {

        @Test
        void franchiseSaleSplits48To49To3() {
            RecordSale command = sale(BATUMI, khinkali(5));

            when(command)
                    .expectEvents(
                            command.fact(), minted(command, FRANCHISEE.wallet(), 48, 49, 3), checkIssued(command, 49));
        }

        @Test
        void ownerSaleSplits51To49WithoutRoyalty() {
            RecordSale command = sale(VAKE, khinkali(5));

            when(command)
                    .expectEvents(
                            command.fact(), minted(command, FOUNDER.wallet(), 51, 49, 0), checkIssued(command, 49));
        }

        @Test
        void everySaleMintsTheSameUnderTheFlatPolicy() {
            when(sale(VAKE, khinkali(1))).expectEventsMatching(mints(100));
            when(sale(VAKE, khinkali(500))).expectEventsMatching(mints(100));
        }

        @Test
        void verifiedCustomerIsCreditedDirectlyAndGetsNoCheck() {
            WalletId wallet = WalletKind.FRANCHISE.walletOf("a customer's wallet");
            customers = customer -> Optional.of(wallet);
            RecordSale command = sale(VAKE, Optional.of(new CustomerId("c-1")), khinkali(5));

            when(command).expectEventsMatching(Matchers.payloadsMatching(Matchers.predicate(events -> {
                assertThat(events).hasSize(2);
                assertThat(((TokensMinted) events.get(1)).buyerWallet()).isEqualTo(wallet);
                return true;
            })));
        }

        @Test
        void customerWhoIsNotVerifiedGetsACheckLikeAnybody() {
            RecordSale command = sale(VAKE, Optional.of(new CustomerId("c-1")), khinkali(5));

            when(command)
                    .expectEvents(
                            command.fact(), minted(command, FOUNDER.wallet(), 51, 49, 0), checkIssued(command, 49));
        }

        @Test
        void aMealGivenAwayMintsNothingAndLeavesNoCheck() {
            RecordSale command = sale(Tetri.ZERO, new SaleItem("X", "Anything", "Test", 1, Tetri.ZERO));

            when(command).expectEvents(command.fact(), mintedNothing(command));
        }

        @Test
        void belowTheLeastTotalMintsNothingAndLeavesNoCheck() {
            RecordSale command = sale(Tetri.of(99), new SaleItem("X", "Anything", "Test", 99, Tetri.of(1)));

            when(command).expectEvents(command.fact(), mintedNothing(command));
        }

        @Test
        void forTheOwnerOfTheNodeAtTheTimeOfSale() {
            OwnerId buyer = new OwnerId("who-bought-the-node");
            network.on(new NodeOwnerChanged(VAKE, buyer, buyer.wallet()), NOW.minusSeconds(60));

            when(sale(NOW.minusMillis(60_001), SaleOrigin.TILL)).expectEventsMatching(pays(FOUNDER.wallet()));
            when(sale(NOW.minusSeconds(60), SaleOrigin.TILL)).expectEventsMatching(pays(buyer.wallet()));
            when(sale(Era.BEGIN, SaleOrigin.IMPORT)).expectEventsMatching(pays(FOUNDER.wallet()));
        }

        @Test
        void sevenDaysLateFromAnOfflineTill() {
            when(sale(NOW.minus(Duration.ofDays(7)), SaleOrigin.TILL)).expectSuccessfulHandlerExecution();
        }

        @Test
        void fiveMinutesAheadOfOurClock() {
            when(sale(NOW.plus(Duration.ofMinutes(5)), SaleOrigin.TILL)).expectSuccessfulHandlerExecution();
        }

        @Test
        void yearsLateAsImportedHistory() {
            when(sale(Instant.parse("2023-01-01T08:00:00Z"), SaleOrigin.IMPORT)).expectSuccessfulHandlerExecution();
        }
    }

    @Nested
    class IsRefused {

        @Test
        void onANodeNobodyRegistered() {
            refused(sale(new NodeId("ELSEWHERE"), khinkali(1)), UnknownCode.NODE_UNKNOWN);
        }

        @Test
        void onAnInactiveNode() {
            network.on(new NodeDeactivated(VAKE));

            refused(sale(VAKE, khinkali(1)), NodeCode.NODE_INACTIVE);
        }

        @Test
        void fromAForeignTerminal() {
            network.on(new TerminalAuthorised(BATUMI, new TerminalId("OF-BATUMI")));

            refused(sale(VAKE, new TerminalId("OF-BATUMI")), NodeCode.TERMINAL_NOT_AUTHORISED);
        }

        @Test
        void fromARevokedTerminal() {
            network.on(new TerminalRevoked(VAKE, TILL));

            refused(sale(VAKE, khinkali(1)), NodeCode.TERMINAL_REVOKED);
        }

        @Test
        void moreThanSevenDaysLate() {
            refused(sale(NOW.minus(Duration.ofDays(7)).minusMillis(1), SaleOrigin.TILL), SaleCode.SALE_TOO_OLD);
        }

        @Test
        void moreThanFiveMinutesAheadEvenAsAnImport() {
            Instant ahead = NOW.plus(Duration.ofMinutes(5)).plusMillis(1);

            refused(sale(ahead, SaleOrigin.TILL), SaleCode.SALE_IN_THE_FUTURE);
            refused(sale(ahead, SaleOrigin.IMPORT), SaleCode.SALE_IN_THE_FUTURE);
        }

        private void refused(RecordSale command, PublicCode code) {
            when(command)
                    .expectNoEvents()
                    .expectException(CommandRefused.class)
                    .expectException(Matchers.<CommandRefused>predicate(refusal -> refusal.code() == code));
        }
    }

    @Nested
    class CannotExist {

        @Test
        void withATotalThatDoesNotAddUp() {
            invalid(() -> sale(Tetri.of(901), khinkali(5)), "totalTetri");
        }

        @Test
        void withoutItems() {
            invalid(() -> sale(Tetri.of(1)), "items");
        }

        @Test
        void withMoreThanFiveHundredItems() {
            SaleItem[] items = Collections.nCopies(501, khinkali(1)).toArray(SaleItem[]::new);

            invalid(() -> sale(Tetri.of(501 * 180), items), "items");
        }

        @Test
        void withATotalBeyondTheLimit() {
            invalid(() -> sale(Tetri.of(10_000_001), item(1, 10_000_001)), "totalTetri");
            assertThat(sale(Tetri.of(10_000_000), item(1, 10_000_000)).total()).isEqualTo(Tetri.of(10_000_000));
        }

        @Test
        void outsideOfTheEraEvenAsAnImport() {
            for (Instant soldAt : List.of(
                    Instant.parse("0001-01-01T00:00:00Z"),
                    Instant.parse("-0001-01-01T00:00:00Z"),
                    Instant.parse("1999-12-31T23:59:59.999Z"),
                    Instant.parse("2100-01-01T00:00:00.001Z"),
                    Instant.MAX)) {
                invalid(() -> sale(soldAt, SaleOrigin.IMPORT), "soldAt");
                invalid(() -> sale(soldAt, SaleOrigin.TILL), "soldAt");
            }
            assertThat(sale(Era.BEGIN, SaleOrigin.IMPORT).soldAt()).isEqualTo(Era.BEGIN);
        }

        @Test
        void withTextThatHidesSomething() {
            invalid(() -> sale(VAKE, khinkali(1), named("Khin\u200bkali", "Dumplings")), "items[1].name");
            invalid(() -> sale(VAKE, named("Khinkali", "\u202esgnilpmuD")), "items[0].category");
            invalid(
                    () -> sale(VAKE, new SaleItem("K\u2060", "Khinkali", "Dumplings", 1, Tetri.of(180))),
                    "items[0].code");
        }

        @Test
        void underANumberThatLeadsElsewhereInAPath() {
            for (String number : List.of(".", "..", "-", "_._")) {
                invalid(() -> numbered(number), "saleNumber");
            }
            assertThat(numbered(".1").number()).isEqualTo(new SaleNumber(".1"));
        }

        private static SaleItem named(String name, String category) {
            return new SaleItem("KHI", name, category, 1, Tetri.of(180));
        }

        private static RecordSale numbered(String number) {
            return new RecordSale(
                    VAKE,
                    new SaleNumber(number),
                    TILL,
                    NOW,
                    List.of(khinkali(1)),
                    Tetri.of(180),
                    Optional.empty(),
                    SaleOrigin.TILL);
        }

        @Test
        void withAQuantityBelowOne() {
            assertThatThrownBy(() -> item(0, 180))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageContaining("quantity");
        }

        private static SaleItem item(int quantity, long price) {
            return new SaleItem("X", "Anything", "Test", quantity, Tetri.of(price));
        }

        private static void invalid(ThrowingCallable creation, String field) {
            assertThatThrownBy(creation)
                    .isInstanceOfSatisfying(
                            InvalidValue.class,
                            invalid -> assertThat(invalid.field()).isEqualTo(field));
        }
    }

    private static TokensMinted minted(RecordSale command, WalletId owner, long ownerUnits, long buyer, long royalty) {
        return new TokensMinted(
                command.sale(),
                command.node(),
                1,
                Units.of(100),
                owner,
                Units.of(ownerUnits),
                command.sale().check().wallet(),
                Units.of(buyer),
                FOUNDER.wallet(),
                Units.of(royalty),
                NOW.plus(Duration.ofHours(24)));
    }

    private static CheckIssued checkIssued(RecordSale command, long units) {
        return new CheckIssued(
                command.sale(),
                command.sale().check(),
                command.sale().check().wallet(),
                Units.of(units),
                NOW.plus(Duration.ofDays(365)));
    }

    private static TokensMinted mintedNothing(RecordSale command) {
        return new TokensMinted(
                command.sale(),
                command.node(),
                1,
                Units.ZERO,
                FOUNDER.wallet(),
                Units.ZERO,
                command.sale().check().wallet(),
                Units.ZERO,
                FOUNDER.wallet(),
                Units.ZERO,
                NOW.plus(Duration.ofHours(24)));
    }

    private static Matcher<? extends List<? super EventMessage<?>>> pays(WalletId owner) {
        return Matchers.payloadsMatching(Matchers.predicate(
                events -> ((TokensMinted) events.get(1)).ownerWallet().equals(owner)));
    }

    private static Matcher<? extends List<? super EventMessage<?>>> mints(long units) {
        return Matchers.payloadsMatching(Matchers.predicate(
                events -> ((TokensMinted) events.get(1)).mintedUnits().equals(Units.of(units))));
    }

    /** The little world these sales happen in. */
    static final class Given {

        static final Instant NOW = Instant.parse("2026-11-22T09:12:05.123Z");
        static final NodeId VAKE = new NodeId("VAKE");
        static final NodeId BATUMI = new NodeId("BATUMI");
        static final TerminalId TILL = new TerminalId("TILL-1");
        static final OwnerId FOUNDER = new OwnerId("founder");
        static final OwnerId FRANCHISEE = new OwnerId("franchisee");

        private Given() {}

        static NetworkRegistry aNetwork() {
            NetworkRegistry network = new NetworkRegistry();
            Stream.<Event>of(
                            new NetworkFounded(FOUNDER, FOUNDER.wallet(), Units.of(100), NetworkPurpose.LIVE),
                            new NodeRegistered(VAKE, NodeType.OWNER, new City("Tbilisi"), FOUNDER, FOUNDER.wallet()),
                            new NodeRegistered(
                                    BATUMI, NodeType.FRANCHISE, new City("Batumi"), FRANCHISEE, FRANCHISEE.wallet()),
                            new TerminalAuthorised(VAKE, TILL),
                            new TerminalAuthorised(BATUMI, TILL))
                    .forEach(network::on);
            return network;
        }

        static SaleItem khinkali(int quantity) {
            return new SaleItem("KHI", "Khinkali", "Dumplings", quantity, Tetri.of(180));
        }

        static RecordSale sale(NodeId node, SaleItem... items) {
            return sale(node, Optional.empty(), items);
        }

        static RecordSale sale(NodeId node, Optional<CustomerId> customer, SaleItem... items) {
            Tetri total = Stream.of(items).map(SaleItem::amount).reduce(Tetri.ZERO, Tetri::plus);
            return new RecordSale(
                    node, new SaleNumber("4711"), TILL, NOW, List.of(items), total, customer, SaleOrigin.TILL);
        }

        static RecordSale sale(NodeId node, TerminalId terminal) {
            return new RecordSale(
                    node,
                    new SaleNumber("4711"),
                    terminal,
                    NOW,
                    List.of(khinkali(1)),
                    Tetri.of(180),
                    Optional.empty(),
                    SaleOrigin.TILL);
        }

        static RecordSale sale(Instant soldAt, SaleOrigin origin) {
            return new RecordSale(
                    VAKE,
                    new SaleNumber("4711"),
                    TILL,
                    soldAt,
                    List.of(khinkali(1)),
                    Tetri.of(180),
                    Optional.empty(),
                    origin);
        }

        static RecordSale sale(Tetri total, SaleItem... items) {
            return new RecordSale(
                    VAKE, new SaleNumber("4711"), TILL, NOW, List.of(items), total, Optional.empty(), SaleOrigin.TILL);
        }
    }
}
